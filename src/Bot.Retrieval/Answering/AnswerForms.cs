using System.Text.RegularExpressions;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>Tells by its form whether a sentence has words of the kind that a question asks for, other than those that the question gives.</summary>
internal static partial class AnswerForms
{
    // None of the patterns can run away; the limit is for those who change them.
    private const int MatchTimeoutMilliseconds = 1000;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Always true for kinds that can't be told by their form.</summary>
    public static bool CanAnswer(QuestionType type, string sentence, string question) => type switch
    {
        QuestionType.Time => Times().IsMatch(TextFolder.FoldToString(sentence)),
        QuestionType.Quantity => HasNew(Numbers(), TextFolder.FoldToString(sentence), question),
        QuestionType.Who => HasNew(LatinNames(), sentence, question) || HasNew(ChineseActors(), TextFolder.FoldToString(sentence), question)
            || EnglishActors().IsMatch(sentence),
        QuestionType.Place => HasNew(LatinNames(), sentence, question) || HasNew(ChinesePlaces(), TextFolder.FoldToString(sentence), question)
            || EnglishPlaces().IsMatch(sentence),
        QuestionType.Clause => !ClauseParser.FindAll(sentence).IsEmpty,
        _ => true,
    };

    private static bool HasNew(Regex form, string sentence, string question)
    {
        var asked = TextFolder.FoldToString(question);
        return form.Matches(sentence).Any(match => !asked.Contains(TextFolder.FoldToString(match.Value), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[0-9零〇一二两三四五六七八九十百千半几数]\s*(个)?(年|月|日|天|周|星期|小时|分钟|分|秒|世纪|岁|号|点)|\b(1[0-9]{3}|20[0-9]{2})(s\b|\b)|\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|centuries|years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|age|aged)\b", Options, MatchTimeoutMilliseconds)]
    private static partial Regex Times();

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*|[零〇一二两三四五六七八九十百千万亿半]+(?=[个次名位条项人家座种届岁级天层款倍年月日周小分秒元米公千万亿%])|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|twice|once|dozen|century|third|quarter)s?\b", Options, MatchTimeoutMilliseconds)]
    private static partial Regex Numbers();

    // A capital inside the sentence, or two words with capitals at its start.
    [GeneratedRegex(@"(?<=[\p{L}\d,;:'’""”)]\s)\p{Lu}[\p{L}'’-]+|^\W*\p{Lu}[\p{L}'’-]+(?=\s\p{Lu})|\p{IsCJKUnifiedIdeographs}\s?[A-Z][A-Za-z]+", Options, MatchTimeoutMilliseconds)]
    private static partial Regex LatinNames();

    [GeneratedRegex(@"\b(he|she|they|him|her|people|person|man|woman|men|women|company|team|group|government|council|king|queen|president|developers?|owners?|users?|employees?|members?|managers?)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex EnglishActors();

    // A foreign name's dot, a title, a body; or a family name at the head of two or three characters.
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}·\p{IsCJKUnifiedIdeographs}+|\p{IsCJKUnifiedIdeographs}{2}(先生|女士|小姐|教授|博士|总统|主席|国王|皇帝|将军|公司|集团|委员会|协会|大学|学院|法院|政府|议会|球队|乐队|组织|机构|部门|人)|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{IsCJKUnifiedIdeographs}{1,2}", Options, MatchTimeoutMilliseconds)]
    private static partial Regex ChineseActors();

    [GeneratedRegex(@"\b(city|country|state|town|county|province|village|region|district|street|river|island|coast|north|south|east|west|northern|southern|eastern|western|here|there|home|office|building|page|folder|channel)\b", Options | RegexOptions.IgnoreCase, MatchTimeoutMilliseconds)]
    private static partial Regex EnglishPlaces();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2}[省市县区国州镇乡村路街山河岛洲湖海港站城湾部侧边洋宫寺院馆校园]", Options, MatchTimeoutMilliseconds)]
    private static partial Regex ChinesePlaces();
}
