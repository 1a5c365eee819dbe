using System.Buffers;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// The characters that foreign names are written with: those that stand in at least four of the dictionary's names which
/// sound like their translation (<see cref="SoundKeys"/>), without those that mean a river, a county and the like.
/// </summary>
internal static class TransliterationCharacters
{
    public const string All =
        "斯尔克拉特亚德里罗阿利西尼马巴布卡格纳加达维萨普伯多瓦林夫哈兰洛莱基迪波顿奥比勒吉米塔科托贝鲁伊伦塞安雷诺玛索帕威森希曼摩苏坦恩大美哥古埃士兹法杰蒙弗福图赫金蒂姆什提乌博莫那霍奇龙内茨文凯菲"
        + "门得根溪逊库沃卢麦丹佛雅喀撒沙班约艾丁丽赛切朗泰努梅夏高穆桑密爱佩劳木扎欧都乔南登拿史温皮锡敦戈狄莉辛默力本韦墨杜列东思迈俄路开隆康费朱保莎坎耶娅和娜拜台代瑞底通明世瑟厄可来陀涅竹富迦柏耳潘万中佳"
        + "干松休贾因浦华毕黑昂太盖芬谢玻黎肯丘浩当亨以茅伽略冈修胡他灵宝满印昆齐理赖庞廷彼斐宾新柯汉忒雪埔阳圭乐仑豪伏禄翰佐荷孜儿汀肋宁各瓜包平卓昌旺坡叶兴培纽堪累契定尤伐庇雄彻施查但丝甘非邦芭鲍鹿肖碧嘉"
        + "奎夸怀惠詹申琳蕾珍妮卫津祖章策崔葛奈侯茜茹蓓蓬郎";

    private static readonly SearchValues<char> Known = SearchValues.Create(All);

    public static bool ContainsAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Known);
}
