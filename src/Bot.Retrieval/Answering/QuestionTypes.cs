using System.Text.RegularExpressions;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>Tells by its interrogative what kind of words would answer a question.</summary>
internal static partial class QuestionTypes
{
    // None of the patterns can run away; the limit is for those who change them.
    private const int MatchTimeoutMilliseconds = 1000;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static QuestionType Of(string question)
    {
        var folded = TextFolder.FoldToString(question);
        return ClauseCue().IsMatch(folded) ? QuestionType.Clause
            : TimeCue().IsMatch(folded) ? QuestionType.Time
            : QuantityCue().IsMatch(folded) ? QuestionType.Quantity
            : WhoCue().IsMatch(folded) ? QuestionType.Who
            : PlaceCue().IsMatch(folded) ? QuestionType.Place
            : YesNoCue().IsMatch(folded) ? QuestionType.YesNo
            : QuestionType.Other;
    }

    [GeneratedRegex(@"(哪一?|第几)(个)?(条款|条文|条(?!件|约|路|线|河|船|街)|款)|\b(which|what) (section|article|clause|paragraph|subdivision|provision)s?\b", Options, MatchTimeoutMilliseconds)]
    private static partial Regex ClauseCue();

    [GeneratedRegex(@"什么时候|何时|哪一?年|哪一?天|几月|几号|哪个月|多久|多长时间|什么时间|时间是|日期|几年|\bwhen\b|what (year|date|day|month|time|century|decade)|which (year|date|day|month|century|decade)|how long|how old", Options, MatchTimeoutMilliseconds)]
    private static partial Regex TimeCue();

    [GeneratedRegex(@"多少|几[个次名位条项人家座种届岁级天层款倍]|多[大高长重远宽深快]|how (many|much|far|tall|high|large|big|wide|deep|fast|heavy|often)|what (percent|percentage|number|amount|fraction|proportion|share|price|cost|size|age)", Options, MatchTimeoutMilliseconds)]
    private static partial Regex QuantityCue();

    [GeneratedRegex(@"谁|哪[一]?[位个]人|何人|\bwho(m|se)?\b|which (person|people|company|organization)", Options, MatchTimeoutMilliseconds)]
    private static partial Regex WhoCue();

    [GeneratedRegex(@"哪里|哪儿|何处|何地|在哪(?!些|个|一|种|几|年)|(哪个|哪座|哪一个|什么)(城市|国家|省|州|县|地方|地点|地区|位置)|^where\b|\bwhere (is|are|was|were|did|do|does|can|would)\b|(which|what) (city|country|state|town|county|province|place|location|region|continent)", Options, MatchTimeoutMilliseconds)]
    private static partial Regex PlaceCue();

    [GeneratedRegex(@"[吗么嘛][?？]?\s*$|是否|能否|可否|^(is|are|was|were|do|does|did|can|could|may|must|should|shall|will|would|has|have|had)\b", Options, MatchTimeoutMilliseconds)]
    private static partial Regex YesNoCue();
}
