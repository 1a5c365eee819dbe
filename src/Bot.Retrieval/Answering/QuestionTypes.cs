using System.Text.RegularExpressions;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering;

/// <summary>Tells by its interrogative what kind of words would answer a question, and whether a sentence has such words.</summary>
internal static partial class QuestionTypes
{
    // None of the patterns can run away; the limit is for those who change them.
    private const int MatchTimeoutMilliseconds = 1000;

    public static QuestionType Of(string question)
    {
        var folded = TextFolder.FoldToString(question);
        return TimeCue().IsMatch(folded) ? QuestionType.Time
            : QuantityCue().IsMatch(folded) ? QuestionType.Quantity
            : WhoCue().IsMatch(folded) ? QuestionType.Who
            : QuestionType.Other;
    }

    /// <summary>
    /// Whether the sentence holds words of the kind asked for, other than those the question itself gives; always true for
    /// kinds that can't be told by their form.
    /// </summary>
    public static bool CanAnswer(QuestionType type, string sentence, string question) => type switch
    {
        QuestionType.Time => Times().IsMatch(TextFolder.FoldToString(sentence)),
        QuestionType.Quantity => Numbers().Matches(TextFolder.FoldToString(sentence))
            .Any(number => !TextFolder.FoldToString(question).Contains(number.Value, StringComparison.Ordinal)),
        _ => true,
    };

    [GeneratedRegex(@"什么时候|何时|哪一?年|哪一?天|几月|几号|哪个月|多久|多长时间|什么时间|时间是|日期|几年|\bwhen\b|what (year|date|day|month|time|century|decade)|which (year|date|day|month|century|decade)|how long|how old", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex TimeCue();

    [GeneratedRegex(@"多少|几[个次名位条项人家座种届岁级天层款倍]|多[大高长重远宽深快]|how (many|much|far|tall|high|large|big|wide|deep|fast|heavy|often)|what (percent|percentage|number|amount|fraction|proportion|share|price|cost|size|age)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex QuantityCue();

    [GeneratedRegex(@"谁|哪[一]?[位个]人|何人|\bwho(m|se)?\b|which (person|people|company|organization)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex WhoCue();

    [GeneratedRegex(@"[0-9零〇一二两三四五六七八九十百千半几数]\s*(个)?(年|月|日|天|周|星期|小时|分钟|分|秒|世纪|岁|号|点)|\b(1[0-9]{3}|20[0-9]{2})(s\b|\b)|\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|centuries|years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|age|aged)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Times();

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*|[零〇一二两三四五六七八九十百千万亿半]+(?=[个次名位条项人家座种届岁级天层款倍年月日周小分秒元米公千万亿%])|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|twice|once|dozen|century|third|quarter)s?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Numbers();
}
