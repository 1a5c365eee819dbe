using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>One section or article of one code, with what the documents have on it and its parts.</summary>
internal sealed class ClauseSection(string? code, string section, bool isArticle)
{
    private readonly Dictionary<string, ClauseEntry> _entries = [];

    public string? Code { get; } = code;

    public string Section { get; } = section;

    public SectionOrder Order { get; } = SectionOrder.Of(section);

    /// <summary>第5条 and Article 5 are the same kind, section 5 another.</summary>
    public bool IsArticle { get; } = isArticle;

    /// <summary>As the documents write it.</summary>
    public SectionStyle Style => _entries.Values.First().Reference.Style;

    public bool HasOwnText { get; private set; }

    public IEnumerable<ClauseEntry> Entries => _entries.Values.Distinct();

    /// <summary>By each key that leads to them, in the order in which they came.</summary>
    internal IReadOnlyDictionary<string, ClauseEntry> EntriesByKey => _entries;

    public ClauseEntry? Find(string key) => _entries.GetValueOrDefault(key);

    public ClauseEntry GetOrAdd(ClauseReference reference)
    {
        var key = ClauseKey.Of(reference);
        if (!_entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry = new(reference);
        }
        return entry;
    }

    public void AddOwn(ClauseReference reference, ClauseReference? also, IEnumerable<ClauseMatch> matches)
    {
        var entry = GetOrAdd(reference);
        entry.Own.AddRange(matches);
        HasOwnText = true;
        if (also is not null)
        {
            _entries.TryAdd(ClauseKey.Of(also), entry);
        }
    }

    /// <summary>Takes back what <see cref="EntriesByKey"/> gave.</summary>
    internal void Restore(string key, ClauseEntry entry)
    {
        _entries.TryAdd(key, entry);
        HasOwnText |= entry.Own.Count > 0;
    }

    public static bool IsArticleStyle(SectionStyle style) => style is SectionStyle.ChineseArticle or SectionStyle.Article;
}
