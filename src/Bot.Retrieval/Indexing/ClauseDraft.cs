using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing;

/// <summary>Collects what documents that came or changed add to one section, in their order.</summary>
internal sealed class ClauseDraft
{
    private readonly List<ClauseContribution.Own> _own = [];
    private readonly List<ClauseContribution.Mention> _mentions = [];

    public void Add(ClauseContribution contribution)
    {
        switch (contribution)
        {
            case ClauseContribution.Own own:
                _own.Add(own);
                break;
            case ClauseContribution.Mention mention:
                _mentions.Add(mention);
                break;
        }
    }

    /// <summary>The section with what is left of the last one, or null where nothing speaks of it any more.</summary>
    public ClauseSection? Continue(SectionKey key, ClauseSection? before, ClauseOrder order)
    {
        var own = before is null ? [.. _own] : Merge(before.Own, _own, order);
        var mentions = before is null ? [.. _mentions] : Merge(before.Mentions, _mentions, order);
        return own.IsEmpty && mentions.IsEmpty ? null : new(key, own, mentions);
    }

    private static ImmutableArray<T> Merge<T>(ImmutableArray<T> before, List<T> added, ClauseOrder order)
        where T : ClauseContribution =>
        [.. before.Where(contribution => order.Has(contribution.From)).Concat(added).OrderBy(order.PlaceOf)];
}
