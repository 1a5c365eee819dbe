using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>The whole sentences that a quote stands in: what a sentence of the model must be held against, and what people are shown.</summary>
/// <param name="Offered">The passage.</param>
/// <param name="First">Number of the first of the sentences.</param>
/// <param name="Last">Number of the last of them.</param>
/// <param name="Quoted">The quoted words themselves, in the document's coordinates.</param>
internal sealed partial record Evidence(OfferedPassage Offered, int First, int Last, TextSpan Quoted)
{
    private const int MatchTimeoutMilliseconds = 1000;
    private const int SentencesLookedBack = 2;

    private Passage Passage => Offered.Passage;

    /// <summary>In the document's coordinates.</summary>
    public TextSpan Span => TextSpan.FromBounds(Passage.Sentences[First].Start, Passage.Sentences[Last].End);

    public string Text => Span.In(Passage.Document.Text).ToString();

    /// <summary>Title, headings, date: what is true of the whole passage.</summary>
    public string Heading => string.Join('\n', (string[])[Passage.Document.Title, .. Passage.HeadingPath, Passage.Document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""]);

    public string QuotedText => Quoted.In(Passage.Document.Text).ToString();

    /// <summary>The sentences that the quoted words stand in, whole.</summary>
    public string OwnText
    {
        get
        {
            var (first, last) = Offered.SentencesOf(Quoted);
            return TextSpan.FromBounds(Passage.Sentences[first].Start, Passage.Sentences[last].End).In(Passage.Document.Text).ToString();
        }
    }

    /// <summary>The same, with what they announce, but without what they go on from: its numbers are others.</summary>
    public string TextFromQuoted => TextSpan.FromBounds(Passage.Sentences[Offered.SentencesOf(Quoted).First].Start, Span.End).In(Passage.Document.Text).ToString();

    /// <summary>What stands before the quoted words in their sentence.</summary>
    public string TextBefore => TextSpan.FromBounds(Math.Min(Quoted.Start, Passage.Sentences[Offered.SentencesOf(Quoted).First].Start), Quoted.Start).In(Passage.Document.Text).ToString();

    /// <summary>What the quoted words may speak of without naming it: the heading, and the sentences just before, one by one.</summary>
    public IEnumerable<string> Context
    {
        get
        {
            var (first, _) = Offered.SentencesOf(Quoted);
            return Enumerable.Range(0, first).TakeLast(SentencesLookedBack).Reverse()
                .Select(number => Passage.Sentences[number].In(Passage.Document.Text).ToString())
                .Concat(Passage.HeadingPath.Reverse())
                .Append(Passage.Document.Title);
        }
    }

    /// <summary>Where the quoted words point back at a person first: he, 她; null where they don't.</summary>
    public int? FirstPronoun => Pronoun().Match(QuotedText) is { Success: true } match ? match.Index : null;

    /// <summary>Whether the sentence speaks of something by what it is: this bill, 该法案.</summary>
    public bool PointsAtThing => ThingPointer().IsMatch(TextFolder.FoldToString(OwnText));

    public bool IsInstruction => Enumerable.Range(First, Last - First + 1).Any(sentence => Offered.Instructions[sentence]);

    /// <summary>The sentences around a quoted span, with the neighbours without which they can't be understood.</summary>
    public static Evidence Around(OfferedPassage offered, TextSpan quoted)
    {
        var (first, last) = offered.SentencesOf(quoted);
        var whole = QuoteSpan.Around(offered.Passage, first);
        var (start, end) = offered.SentencesOf(whole);
        return new(offered, start, Math.Max(last, end), quoted);
    }

    /// <summary>One sentence, where the model quotes nothing.</summary>
    public static Evidence OfSentence(OfferedPassage offered, int sentence) => Around(offered, offered.Passage.Sentences[sentence]);

    public Citation ToCitation(int number) => new(number, Passage, Span, Text);

    [GeneratedRegex(@"(?<!其)[他她]|\b([Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Hh]is|[Hh]er|[Hh]ers|[Tt]heir|[Tt]hem)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"[该此](?!外|次|后|前)|这(?=个|一|项|部|种|位|家|款|部分)|本(?=法|条例|办法|规定|公约|协议|合同)|\b(this|that|the|these|those) (bill|act|law|regulation|agreement|policy|rule|model|company|city|state|country|team|film|book|game|band|album|song)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex ThingPointer();
}
