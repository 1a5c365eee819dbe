using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>The clauses that one document is or speaks of, given the codes that all of them know. Immutable.</summary>
internal sealed class DocumentClauses
{
    public DocumentClauses(ClauseDocument source, KnownCodes codes)
    {
        (Source, Codes) = (source, codes);
        Own = [.. source.Outline.Clauses.Select(OwnOf)];
        Mentions = [.. FindMentions()];
    }

    /// <summary>The same, given what came of it.</summary>
    /// <param name="source">What the document says.</param>
    /// <param name="codes">That all of them know.</param>
    /// <param name="own">Gives its clauses.</param>
    /// <param name="mentions">Gives the clauses that it speaks of.</param>
    internal DocumentClauses(
        ClauseDocument source, KnownCodes codes, Func<DocumentClauses, ImmutableArray<ClauseContribution.Own>> own, Func<DocumentClauses, ImmutableArray<ClauseContribution.Mention>> mentions)
    {
        (Source, Codes) = (source, codes);
        (Own, Mentions) = (own(this), mentions(this));
    }

    public ClauseDocument Source { get; }

    /// <summary>That its mentions were understood by.</summary>
    public KnownCodes Codes { get; }

    public ImmutableArray<ClauseContribution.Own> Own { get; }

    public ImmutableArray<ClauseContribution.Mention> Mentions { get; }

    public IEnumerable<ClauseContribution> All => Own.Concat<ClauseContribution>(Mentions);

    private ClauseContribution.Own OwnOf(OwnClause clause, int order)
    {
        var reference = Named(clause.Reference with { Code = clause.Reference.Code is { } code ? Codes.Find(code) ?? code : null });
        ImmutableArray<ClauseMatch> matches = [.. Overlapping(Source.Passages, clause.Span)
            .Select(passage => (Passage: passage, Quote: Clip(passage, clause.Span)))
            .Where(part => !part.Quote.IsEmpty)
            .Select(part => new ClauseMatch(reference, part.Passage, part.Quote, IsOwnText: true))];
        return new(this, order, reference, clause.Also, matches);
    }

    private IEnumerable<ClauseContribution.Mention> FindMentions()
    {
        var context = new DocumentCodes(Source, Codes);
        var order = 0;
        foreach (var passage in Source.Passages)
        {
            foreach (var mention in passage.ClauseMentions)
            {
                if (!context.TryCodeOf(passage, mention, out var code))
                {
                    continue;
                }
                var quote = SentencesAround(passage, mention.Span);
                if (quote.Length <= mention.Span.Length + 2)
                {
                    // A line of a table of contents, or a heading: it says nothing of the clause.
                    continue;
                }
                foreach (var read in mention.References)
                {
                    var reference = Named(read with { Code = code, CodeName = code == read.Code ? read.CodeName : null });
                    yield return new(this, order++, reference, passage, mention.Span, quote, mention.IsTentative);
                }
            }
        }
    }

    private ClauseReference Named(ClauseReference reference) =>
        reference.Code is { } code && reference.Style != SectionStyle.UnitedStatesCode
            ? reference with { CodeName = Codes.Find(code) is null ? reference.CodeName ?? code : Codes.NameOf(code) }
            : reference;

    private static IEnumerable<Passage> Overlapping(ImmutableArray<Passage> passages, TextSpan span)
    {
        var (low, high) = (0, passages.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passages[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }
        for (; low < passages.Length && passages[low].Span.Start < span.End; low++)
        {
            yield return passages[low];
        }
    }

    private static TextSpan Clip(Passage passage, TextSpan span)
    {
        var start = Math.Max(span.Start, passage.Span.Start);
        var end = Math.Min(span.End, passage.Span.End);
        return end <= start ? new(start, 0) : TextLines.Trim(passage.Document.Text, TextSpan.FromBounds(start, end));
    }

    private static TextSpan SentencesAround(Passage passage, TextSpan mention)
    {
        var (start, end) = (-1, -1);
        foreach (var sentence in passage.Sentences)
        {
            if (sentence.Overlaps(mention))
            {
                (start, end) = (start < 0 ? sentence.Start : start, sentence.End);
            }
        }
        return start < 0 ? passage.Span : TextLines.Trim(passage.Document.Text, TextSpan.FromBounds(start, end));
    }
}
