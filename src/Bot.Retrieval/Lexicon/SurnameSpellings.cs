using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>Surnames as Hong Kong, Taiwan and the diaspora spell them, in pinyin.</summary>
internal static class SurnameSpellings
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Spellings = """
        au ou|chan chen|chang zhang chang|chao zhao|chau zhou|cheng zheng cheng|cheung zhang|chiang jiang|chien qian jian|chin chen qin|chiu qiu zhao
        choi cai|chou zhou|chow zhou|chu zhu|chua cai|chung zhong|fok huo|fung feng|goh wu|ho he|hong hong kong|hsiao xiao|hsieh xie|hsu xu|hui xu hui
        kam gan|kao gao|kuo guo|kwan guan|kwok guo|kwong kuang|lai lai li|lam lin|lau liu|law luo|lee li|leung liang|li li|lim lin|lo luo lu|lui lei lu
        mak mai|mok mo|mui mei|ng wu huang|ong wang|pan pan|poon pan|pang peng pang|sham cen|shek shi|shih shi|sit xue|siu xiao|so su|suen sun|szeto situ
        tam tan|tan tan chen|tang tang deng|teo zhang|tong tang|tsai cai|tsang zeng|tse xie|tsien qian|tsui cui xu|tu du tu|wan wen yin|wong wang huang
        woo hu wu|yau qiu you|yee yu|yeh ye|yeo yang|yeung yang|yip ye|yiu yao|yu yu|yuen yuan ruan|yung rong|zhou zhou|lu lu lv|lue lv|nu nu nv
        """
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(line => line[0], line => line.Skip(1).ToImmutableArray());

    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByPinyin = Spellings
        .SelectMany(entry => entry.Value.Select(pinyin => (Pinyin: pinyin, Spelling: entry.Key)))
        .GroupBy(pair => pair.Pinyin, pair => pair.Spelling)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The ways to spell a pinyin surname, itself first.</summary>
    public static IEnumerable<string> Of(string pinyin) => ByPinyin.GetValueOrDefault(pinyin, []).Prepend(pinyin).Distinct();

    /// <summary>The pinyin surnames that a spelling may stand for, itself among them where it is pinyin.</summary>
    public static IEnumerable<string> InPinyin(string spelling) =>
        Spellings.TryGetValue(spelling, out var surnames) ? surnames.Append(spelling).Distinct() : [spelling];
}
