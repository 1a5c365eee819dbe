using System.Text;

namespace Bot.Retrieval.Documents;

/// <summary>Tells a pronunciation in pinyin with tone marks, such as <c>guó</c> or <c>péng yǒu</c>, from any other words.</summary>
internal static class PinyinGloss
{
    /// <summary>In UTF-16 code units; longer parentheses hold something else.</summary>
    public const int MaximumLength = 64;

    private const int LongestSyllable = 6;

    private static readonly HashSet<string> Syllables = new((
        "a o e ê ai ei ao ou an en ang eng er yi ya yo ye yai yao you yan yin yang ying yong wu wa wo wai wei wan wen wang weng yu yue yuan yun " +
        "ba bo bai bei bao ban ben bang beng bi bie biao bian bin bing bu pa po pai pei pao pou pan pen pang peng pi pie piao pian pin ping pu " +
        "ma mo me mai mei mao mou man men mang meng mi mie miao miu mian min ming mu fa fo fei fou fan fen fang feng fu fiao " +
        "da de dai dei dao dou dan den dang deng di dia die diao diu dian ding dong du duo dui duan dun " +
        "ta te tai tei tao tou tan tang teng ti tie tiao tian ting tong tu tuo tui tuan tun " +
        "na ne nai nei nao nou nan nen nang neng ni nia nie niao niu nian nin niang ning nong nu nuo nuan nun nü nüe " +
        "la lo le lai lei lao lou lan len lang leng li lia lie liao liu lian lin liang ling long lu luo luan lun lü lüe lüan lün " +
        "ga ge gai gei gao gou gan gen gang geng gong gu gua guo guai gui guan gun guang " +
        "ka ke kai kei kao kou kan ken kang keng kong ku kua kuo kuai kui kuan kun kuang " +
        "ha he hai hei hao hou han hen hang heng hong hu hua huo huai hui huan hun huang hm hng " +
        "ji jia jie jiao jiu jian jin jiang jing jiong ju jue juan jun jü jüe jüan jün " +
        "qi qia qie qiao qiu qian qin qiang qing qiong qu que quan qun qü qüe qüan qün " +
        "xi xia xie xiao xiu xian xin xiang xing xiong xu xue xuan xun xü xüe xüan xün yü yüe yüan yün " +
        "zha zhe zhi zhai zhei zhao zhou zhan zhen zhang zheng zhong zhu zhua zhuo zhuai zhui zhuan zhun zhuang " +
        "cha che chi chai chao chou chan chen chang cheng chong chu chua chuo chuai chui chuan chun chuang " +
        "sha she shi shai shei shao shou shan shen shang sheng shu shua shuo shuai shui shuan shun shuang " +
        "re ri rao rou ran ren rang reng rong ru rua ruo rui ruan run " +
        "za ze zi zai zei zao zou zan zen zang zeng zong zu zuo zui zuan zun " +
        "ca ce ci cai cao cou can cen cang ceng cong cu cuo cui cuan cun " +
        "sa se si sai sao sou san sen sang seng song su suo sui suan sun m n ng")
        .Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SyllableLookup = Syllables.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text is nothing but pinyin syllables, each with one tone mark.</summary>
    public static bool Matches(ReadOnlySpan<char> text)
    {
        text = text.Trim(" \u00A0\u3000");
        if (text.IsEmpty || text.Length > MaximumLength)
        {
            return false;
        }
        Span<char> letters = stackalloc char[MaximumLength * 3];
        Span<bool> toned = stackalloc bool[MaximumLength * 3];
        return TryDecompose(text, letters, toned, out var count) && AreSyllables(letters[..count], toned[..count]);
    }

    // Letters in lower case with a flag for those that carry a tone; separators as spaces.
    private static bool TryDecompose(ReadOnlySpan<char> text, Span<char> letters, Span<bool> toned, out int count)
    {
        count = 0;
        if (!CanBePinyin(text))
        {
            return false;
        }
        foreach (var character in text.ToString().Normalize(NormalizationForm.FormD))
        {
            var previous = count > 0 ? letters[count - 1] : ' ';
            switch (character)
            {
                // Macron, acute, caron, grave, and the breve that is often typed for the caron.
                case '\u0304' or '\u0301' or '\u030C' or '\u0300' or '\u0306' when previous is 'a' or 'e' or 'i' or 'o' or 'u' or 'ü' or 'ê' or 'm' or 'n':
                    if (toned[count - 1])
                    {
                        return false;
                    }
                    toned[count - 1] = true;
                    break;
                case '\u0308' when previous == 'u':
                    letters[count - 1] = 'ü';
                    break;
                case '\u0302' when previous == 'e':
                    letters[count - 1] = 'ê';
                    break;
                case ' ' or '\'' or '’' or '-' or '·' or '/' or ',' or '，' or '、' or '\u00A0':
                    letters[count++] = ' ';
                    break;
                default:
                    var letter = char.ToLowerInvariant(character switch { 'ɡ' => 'g', 'ɑ' => 'a', _ => character });
                    if (!char.IsAsciiLetterLower(letter))
                    {
                        return false;
                    }
                    letters[count++] = letter;
                    break;
            }
        }
        return true;
    }

    // Spares normalising what is plainly something else.
    private static bool CanBePinyin(ReadOnlySpan<char> text)
    {
        var hasMark = false;
        foreach (var character in text)
        {
            if (character > '\u1EFF' && character is not ('’' or '，' or '、'))
            {
                return false;
            }
            hasMark |= character is >= '\u00C0' and <= '\u1EFF';
        }
        return hasMark;
    }

    private static bool AreSyllables(ReadOnlySpan<char> letters, ReadOnlySpan<bool> toned)
    {
        Span<bool> reachable = stackalloc bool[letters.Length + 1];
        reachable[0] = true;
        var anySyllable = false;
        for (var start = 0; start < letters.Length; start++)
        {
            if (!reachable[start])
            {
                continue;
            }
            if (letters[start] == ' ')
            {
                reachable[start + 1] = true;
                continue;
            }
            for (var length = 1; length <= LongestSyllable + 1 && start + length <= letters.Length; length++)
            {
                if (toned.Slice(start, length).Count(true) == 1 && IsSyllable(letters.Slice(start, length)))
                {
                    reachable[start + length] = anySyllable = true;
                }
            }
        }
        return anySyllable && reachable[letters.Length];
    }

    private static bool IsSyllable(ReadOnlySpan<char> letters) =>
        SyllableLookup.Contains(letters)
        // 儿 joined to its syllable: nàr, huār.
        || (letters.Length > 2 && letters[^1] == 'r' && SyllableLookup.Contains(letters[..^1]));
}
