using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>Splits documents at their headings and clauses, and between paragraphs.</summary>
/// <param name="findClauses">The clause references of a text, in its own coordinates.</param>
internal sealed class PassageSplitter(Func<string, ImmutableArray<ClauseMention>> findClauses) : IPassageSplitter
{
    public ImmutableArray<Passage> Split(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var ids = new PassageIds(document.Id);
        var mentions = new MentionCursor(findClauses(document.Text));
        return
        [
            .. Drafts(document).Select(draft => new Passage
            {
                Id = ids.Next(draft.Span.In(document.Text)),
                Document = document,
                Span = draft.Span,
                HeadingPath = draft.HeadingPath,
                Sentences = draft.Sentences,
                ClauseMentions = mentions.Within(draft.Span),
            }),
        ];
    }

    private static IEnumerable<Draft> Drafts(Document document) =>
        document.RecordId is null ? Sections(document) : WholeRecord(document);

    private static IEnumerable<Draft> WholeRecord(Document document)
    {
        var sentences = SentencesWithWords(document.Text, new(0, document.Text.Length));
        if (sentences.Length > 0)
        {
            yield return new(sentences, []);
        }
    }

    private static IEnumerable<Draft> Sections(Document document)
    {
        var path = new HeadingPath(document.Title);
        var headings = document.Headings;
        for (var i = -1; i < headings.Length; i++)
        {
            var start = i < 0 ? 0 : headings[i].Span.End;
            var end = i + 1 < headings.Length ? headings[i + 1].Span.Start : document.Text.Length;
            var sentences = SentencesWithWords(document.Text, TextSpan.FromBounds(start, Math.Max(start, end)));
            if (sentences.Length == 0 && i >= 0 && !HasHeadingBelow(headings, i))
            {
                // Nothing else carries its words.
                var own = SentencesWithWords(document.Text, WordsOf(document.Text, headings[i]));
                if (own.Length > 0)
                {
                    yield return new(own, path.Above(headings[i]));
                }
            }
            if (i >= 0)
            {
                path.Enter(headings[i]);
            }
            foreach (var range in PassagePacker.Pack(document.Text, sentences))
            {
                yield return new(sentences[range], path.Current);
            }
        }
    }

    private static bool HasHeadingBelow(ImmutableArray<Heading> headings, int index) =>
        index + 1 < headings.Length && headings[index + 1].Level > headings[index].Level;

    // Without the markup around them, where they stand in the text as they are.
    private static TextSpan WordsOf(string text, Heading heading)
    {
        var index = heading.Span.In(text).IndexOf(heading.Text);
        return index < 0 || heading.Text.Length == 0 ? heading.Span : new(heading.Span.Start + index, heading.Text.Length);
    }

    private static ImmutableArray<TextSpan> SentencesWithWords(string text, TextSpan within) =>
        SentenceSplitter.Split(text, within).RemoveAll(sentence => !Markup.HasWords(sentence.In(text)));

    private sealed record Draft(ImmutableArray<TextSpan> Sentences, ImmutableArray<string> HeadingPath)
    {
        public TextSpan Span => TextSpan.FromBounds(Sentences[0].Start, Sentences[^1].End);
    }
}
