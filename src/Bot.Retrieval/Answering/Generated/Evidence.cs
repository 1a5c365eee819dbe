using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>The whole sentences that a quote stands in: what a sentence of the model must be held against, and what people are shown.</summary>
/// <param name="Offered">The passage.</param>
/// <param name="First">Number of the first of the sentences.</param>
/// <param name="Last">Number of the last of them.</param>
internal sealed partial record Evidence(OfferedPassage Offered, int First, int Last)
{
    private const int MatchTimeoutMilliseconds = 1000;
    private const int SentencesLookedBack = 2;

    private Passage Passage => Offered.Passage;

    /// <summary>In the document's coordinates.</summary>
    public TextSpan Span => TextSpan.FromBounds(Passage.Sentences[First].Start, Passage.Sentences[Last].End);

    public string Text => Span.In(Passage.Document.Text).ToString();

    /// <summary>Title, headings, date: what is true of the whole passage.</summary>
    public string Heading => string.Join('\n', (string[])[Passage.Document.Title, .. Passage.HeadingPath, Passage.Document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""]);

    /// <summary>What the sentences may speak of without naming it: the heading, and the sentences just before.</summary>
    public string Context => Heading + '\n' + TextSpan
        .FromBounds(Passage.Sentences[Math.Max(0, First - SentencesLookedBack)].Start, Span.Start).In(Passage.Document.Text).ToString();

    /// <summary>Whether they point back: he, this bill, 该法案.</summary>
    public bool PointsBack => Pointer().IsMatch(TextFolder.FoldToString(Text));

    public bool IsInstruction => Enumerable.Range(First, Last - First + 1).Any(sentence => Offered.Instructions[sentence]);

    /// <summary>The sentences around a quoted span, with the neighbours without which they can't be understood.</summary>
    public static Evidence Around(OfferedPassage offered, TextSpan quoted)
    {
        var (first, last) = offered.SentencesOf(quoted);
        var whole = QuoteSpan.Around(offered.Passage, first);
        var (start, end) = offered.SentencesOf(whole);
        return new(offered, start, Math.Max(last, end));
    }

    /// <summary>One sentence, where the model quotes nothing.</summary>
    public static Evidence OfSentence(OfferedPassage offered, int sentence) => Around(offered, offered.Passage.Sentences[sentence]);

    public Citation ToCitation(int number) => new(number, Passage, Span, Text);

    [GeneratedRegex(@"(?<!其)[他她它]|该|此(?!外|次)|这|(?<![与及尤])其(?!他|它|实|中|余|次)|前者|后者|\b(he|she|it|they|him|her|his|hers|its|their|them|this|these|those|that|such|who|which|the (bill|act|law|company|author|city|former|latter))\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Pointer();
}
