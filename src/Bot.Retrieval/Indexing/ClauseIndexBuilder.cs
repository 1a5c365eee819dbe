using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// Collects the clauses of all passages: first which codes there are, then who is and who speaks of what. What an unchanged
/// document says is taken from the last time, and sections that no changed document speaks of are too; the outcome is
/// the same as without.
/// </summary>
internal static class ClauseIndexBuilder
{
    /// <param name="passages">In the order of their documents and places.</param>
    /// <param name="aliases">From the glossary.</param>
    /// <param name="previous">What came of it the last time.</param>
    /// <param name="cancellationToken">Cancelling throws <see cref="OperationCanceledException"/>.</param>
    public static ClauseJoin Build(
        ImmutableArray<Passage> passages, IEnumerable<CodeAlias> aliases, ClauseJoin previous, CancellationToken cancellationToken)
    {
        ImmutableArray<CodeAlias> otherNames = [.. aliases];
        var known = previous.Documents.ToDictionary<DocumentClauses, Document>(document => document.Source.Document, ReferenceEqualityComparer.Instance);
        var documents = new List<(ClauseDocument Source, DocumentClauses? Known)>(known.Count);
        foreach (var run in DocumentRuns.Of(passages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var same = known.TryGetValue(run.Span[0].Document, out var last) && last.Source.IsOf(run.Span) ? last : null;
            documents.Add((same?.Source ?? new(run.Span), same));
        }
        var codes = CodesOf([.. documents.Select(document => document.Source)], otherNames, previous);
        // With other codes, what any document's mentions mean may have changed.
        previous = (ReferenceEquals(codes, previous.Codes) ? previous : ClauseJoin.Empty with { Codes = codes }) with { Aliases = otherNames };
        var resolved = ImmutableArray.CreateBuilder<DocumentClauses>(documents.Count);
        foreach (var (source, same) in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            resolved.Add(same is not null && ReferenceEquals(same.Codes, codes) ? same : new(source, codes));
        }
        return Join(resolved.MoveToImmutable(), previous, cancellationToken);
    }

    // The last ones where nothing that they are made of has changed, or nothing came of the change.
    private static KnownCodes CodesOf(List<ClauseDocument> sources, ImmutableArray<CodeAlias> aliases, ClauseJoin previous)
    {
        if (aliases.SequenceEqual(previous.Aliases) && NameAlike(sources, previous.Documents.Select(document => document.Source)))
        {
            return previous.Codes;
        }
        // Titles and headings first: they write names in full.
        var codes = KnownCodes.From(sources.SelectMany(source => source.WrittenInFull).Concat(sources.SelectMany(source => source.SurelyNamed)), aliases);
        return codes.IsSameAs(previous.Codes) ? previous.Codes : codes;
    }

    private static bool NameAlike(IEnumerable<ClauseDocument> left, IEnumerable<ClauseDocument> right) =>
        left.Where(document => document.NamesCodes).SequenceEqual(right.Where(document => document.NamesCodes), ClauseDocument.ByCodes);

    /// <summary>Puts together what the documents add to each section; of the last time, sections that nothing changed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ClauseJoin Join(ImmutableArray<DocumentClauses> documents, ClauseJoin previous, CancellationToken cancellationToken)
    {
        var order = new ClauseOrder(documents);
        previous = order.Keeps(previous.Documents) ? previous : ClauseJoin.Empty with { Codes = previous.Codes, Aliases = previous.Aliases };
        var drafts = Drafts(documents, previous.Documents, order);
        var sections = new Dictionary<SectionKey, ClauseSection>(previous.Sections);
        var (gone, fresh) = (new HashSet<ClauseSection>(), new List<ClauseSection>());
        foreach (var (key, draft) in drafts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sections.Remove(key, out var before) && before.Proof is not null)
            {
                gone.Add(before);
            }
            if (draft.Continue(key, before, order) is { } section)
            {
                sections.Add(key, section);
                fresh.AddRange(section.Proof is null ? [] : [section]);
            }
        }
        fresh.Sort(order);
        return previous with
        {
            Documents = documents,
            Sections = sections,
            ByNumber = ByNumber(previous.ByNumber, gone, fresh, order),
            Neighbours = previous.Neighbours.Replace(gone, fresh, order),
        };
    }

    // Of each section that a document which came or went is or speaks of.
    private static Dictionary<SectionKey, ClauseDraft> Drafts(ImmutableArray<DocumentClauses> documents, ImmutableArray<DocumentClauses> before, ClauseOrder order)
    {
        var drafts = new Dictionary<SectionKey, ClauseDraft>();
        foreach (var contribution in before.Where(document => !order.Has(document)).SelectMany(document => document.All))
        {
            DraftOf(drafts, contribution.Section);
        }
        var kept = before.ToHashSet();
        foreach (var contribution in documents.Where(document => !kept.Contains(document)).SelectMany(document => document.All))
        {
            DraftOf(drafts, contribution.Section).Add(contribution);
        }
        return drafts;
    }

    private static ClauseDraft DraftOf(Dictionary<SectionKey, ClauseDraft> drafts, SectionKey key)
    {
        if (!drafts.TryGetValue(key, out var draft))
        {
            drafts.Add(key, draft = new());
        }
        return draft;
    }

    private static Dictionary<string, ImmutableArray<ClauseSection>> ByNumber(
        Dictionary<string, ImmutableArray<ClauseSection>> previous, HashSet<ClauseSection> gone, List<ClauseSection> fresh, ClauseOrder order)
    {
        var byNumber = new Dictionary<string, ImmutableArray<ClauseSection>>(previous);
        foreach (var section in gone)
        {
            var others = byNumber[section.Section].Remove(section);
            if (others.IsEmpty)
            {
                byNumber.Remove(section.Section);
            }
            else
            {
                byNumber[section.Section] = others;
            }
        }
        foreach (var group in fresh.GroupBy(section => section.Section))
        {
            byNumber[group.Key] = byNumber.TryGetValue(group.Key, out var others) ? [.. others.Concat(group).Order(order)] : [.. group];
        }
        return byNumber;
    }
}
