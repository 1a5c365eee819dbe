using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>All that the documents have on one clause. Filled while its section is put together, only read afterwards.</summary>
internal sealed class ClauseEntry(ClauseReference reference)
{
    private const int Few = 16;

    private readonly List<ClauseMatch> _own = [];
    private readonly List<ClauseMatch> _mentions = [];
    private ILookup<Passage, ClauseMatch>? _ownByPassage;

    public ClauseReference Reference { get; } = reference;

    public IEnumerable<ClauseMatch> Matches => _own.Concat(_mentions);

    /// <summary>The clause's own words. They all come before mentions of it.</summary>
    public void AddOwn(IEnumerable<ClauseMatch> matches) => _own.AddRange(matches);

    /// <summary>Leaves out what the clause's own words or another mention show already. To be called in text order.</summary>
    public void AddMention(ClauseContribution.Mention mention)
    {
        var isShown = IsInOwnText(mention);
        // A passage's mentions come one after another.
        for (var i = _mentions.Count - 1; !isShown && i >= 0 && ReferenceEquals(_mentions[i].Passage, mention.Passage); i--)
        {
            isShown = _mentions[i].Quote.Contains(mention.Quote);
        }
        if (!isShown)
        {
            _mentions.Add(new(Reference, mention.Passage, mention.Quote, IsOwnText: false));
        }
    }

    // A thousand documents of one title may each have a section 3 that speaks of itself.
    private bool IsInOwnText(ClauseContribution.Mention mention)
    {
        if (_own.Count > Few)
        {
            _ownByPassage ??= _own.ToLookup<ClauseMatch, Passage>(match => match.Passage, ReferenceEqualityComparer.Instance);
            return _ownByPassage[mention.Passage].Any(match => match.Quote.Contains(mention.Span));
        }
        foreach (var match in _own)
        {
            if (ReferenceEquals(match.Passage, mention.Passage) && match.Quote.Contains(mention.Span))
            {
                return true;
            }
        }
        return false;
    }
}
