using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// One section or article of one code, with what the documents have on it and its parts. Immutable. It depends on nothing
/// but what they add to it, so that a change of one document leaves the sections alone that it has nothing to do with.
/// </summary>
internal sealed class ClauseSection
{
    private readonly Dictionary<string, ClauseEntry> _entries = [];

    /// <param name="key">Which section.</param>
    /// <param name="own">Its own words, in the order of documents and places.</param>
    /// <param name="mentions">Words that speak of it, likewise.</param>
    public ClauseSection(SectionKey key, ImmutableArray<ClauseContribution.Own> own, ImmutableArray<ClauseContribution.Mention> mentions)
    {
        (Key, Own, Mentions, Order) = (key, own, mentions, SectionOrder.Of(key.Section));
        foreach (var clause in own)
        {
            Add(clause);
        }
        foreach (var mention in mentions)
        {
            Add(mention);
        }
        References = [.. ClauseNeighbours.InOrder(Entries).Select(entry => entry.Reference)];
    }

    public SectionKey Key { get; }

    public ImmutableArray<ClauseContribution.Own> Own { get; }

    public ImmutableArray<ClauseContribution.Mention> Mentions { get; }

    /// <summary>What shows first that there is such a section; null where all mentions are tentative, so that there is none.</summary>
    public ClauseContribution? Proof { get; private set; }

    public string? Code => Key.Code;

    public string Section => Key.Section;

    public SectionOrder Order { get; }

    /// <summary>第5条 and Article 5 are the same kind, section 5 another.</summary>
    public bool IsArticle => Key.IsArticle;

    /// <summary>As the documents write it.</summary>
    public SectionStyle Style => _entries.Values.First().Reference.Style;

    public bool HasOwnText { get; private set; }

    public IEnumerable<ClauseEntry> Entries => _entries.Values.Distinct();

    /// <summary>It and its parts, in order.</summary>
    public ImmutableArray<ClauseReference> References { get; }

    public ClauseEntry? Find(string key) => _entries.GetValueOrDefault(key);

    public static bool IsArticleStyle(SectionStyle style) => style is SectionStyle.ChineseArticle or SectionStyle.Article;

    private void Add(ClauseContribution.Own clause)
    {
        Proof ??= clause;
        if (clause.Matches.IsEmpty)
        {
            return;
        }
        var entry = GetOrAdd(clause.Reference);
        entry.AddOwn(clause.Matches);
        HasOwnText = true;
        if (clause.Also is not null)
        {
            _entries.TryAdd(ClauseKey.Of(clause.Also), entry);
        }
    }

    private void Add(ClauseContribution.Mention mention)
    {
        if (!mention.IsTentative)
        {
            Proof ??= mention;
        }
        if (Proof is not null)
        {
            GetOrAdd(mention.Reference).AddMention(mention);
        }
    }

    private ClauseEntry GetOrAdd(ClauseReference reference)
    {
        var key = ClauseKey.Of(reference);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry = new(reference);
        }
        return entry;
    }
}
