using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>All clauses in order, and those that stand nearest to one that isn't there.</summary>
internal sealed class ClauseNeighbours
{
    /// <summary>How many are offered.</summary>
    public const int Most = 5;

    private readonly ImmutableArray<ClauseSection> _sections;

    /// <param name="sections">By code, then by number.</param>
    public ClauseNeighbours(ImmutableArray<ClauseSection> sections)
    {
        _sections = sections;
        var all = ImmutableArray.CreateBuilder<ClauseReference>(sections.Sum(section => section.References.Length));
        foreach (var section in sections)
        {
            all.AddRange(section.References);
        }
        All = all.MoveToImmutable();
    }

    public ImmutableArray<ClauseReference> All { get; }

    /// <param name="gone">Sections that are here.</param>
    /// <param name="fresh">Those that come in their place, in the order in which they are come upon.</param>
    /// <param name="order">That order, which also decides between sections of one number.</param>
    public ClauseNeighbours Replace(HashSet<ClauseSection> gone, List<ClauseSection> fresh, IComparer<ClauseSection> order)
    {
        var kept = gone.Count == 0 ? _sections : _sections.RemoveAll(gone.Contains);
        var sorted = fresh.Order(Comparer<ClauseSection>.Create(ByNumber));
        var merged = ImmutableArray.CreateBuilder<ClauseSection>(kept.Length + fresh.Count);
        var comparer = Comparer<ClauseSection>.Create((left, right) => ByNumber(left, right) is not 0 and var number ? number : order.Compare(left, right));
        var from = 0;
        foreach (var section in sorted)
        {
            var place = ~kept.BinarySearch(from, kept.Length - from, section, comparer);
            merged.AddRange(kept.AsSpan()[from..place]);
            merged.Add(section);
            from = place;
        }
        merged.AddRange(kept.AsSpan()[from..]);
        return new(merged.MoveToImmutable());
    }

    /// <summary>The clauses that are here and not there, in order.</summary>
    // Sections that both have aren't looked into: a reload leaves most alone.
    public ImmutableArray<ClauseReference> Without(ClauseNeighbours other)
    {
        var (here, there) = (_sections.ToHashSet(), other._sections.ToHashSet());
        var known = other._sections.Where(section => !here.Contains(section)).SelectMany(section => section.References).ToHashSet();
        return [.. _sections.Where(section => !there.Contains(section)).SelectMany(section => section.References).Where(clause => !known.Contains(clause))];
    }

    /// <summary>The same section's parts first, then what is nearest by number; of the asked code only, where it is known.</summary>
    public ImmutableArray<ClauseReference> Nearest(ClauseReference asked, string? code)
    {
        var order = SectionOrder.Of(asked.Section);
        var isArticle = ClauseSection.IsArticleStyle(asked.Style);
        var sections = _sections.Where(section => code is null || section.Code == code).ToList();
        if (sections.Exists(section => section.IsArticle == isArticle))
        {
            sections.RemoveAll(section => section.IsArticle != isArticle);
        }
        return [.. sections
            .OrderBy(section => section.Section == asked.Section ? 0 : 1)
            .ThenBy(section => Math.Abs((long)section.Order.First - order.First))
            .ThenBy(section => section.HasOwnText ? 0 : 1)
            .Take(Most)
            .SelectMany(section => NearestIn(section, asked))
            .Take(Most)];
    }

    public static IEnumerable<ClauseEntry> InOrder(IEnumerable<ClauseEntry> entries) => entries.Order(Comparer<ClauseEntry>.Create(ByPath));

    public static bool IsInside(ClauseReference inner, ClauseReference outer) =>
        inner.Path.Length > outer.Path.Length && CommonSteps(inner, outer) == outer.Path.Length;

    // Of the asked section the nearest parts; of another the section itself, or where only parts are known those.
    private static IEnumerable<ClauseReference> NearestIn(ClauseSection section, ClauseReference asked)
    {
        if (section.Section != asked.Section && section.Find(section.Section) is { } whole)
        {
            return [whole.Reference];
        }
        return section.Entries
            .OrderByDescending(entry => CommonSteps(entry.Reference, asked))
            .ThenBy(entry => Distance(entry.Reference, asked))
            .ThenBy(entry => entry, Comparer<ClauseEntry>.Create(ByPath))
            .Select(entry => entry.Reference);
    }

    private static int CommonSteps(ClauseReference left, ClauseReference right)
    {
        var common = 0;
        while (common < left.Path.Length && common < right.Path.Length && left.Path[common].Value == right.Path[common].Value)
        {
            common++;
        }
        return common;
    }

    private static int Distance(ClauseReference left, ClauseReference right)
    {
        var common = CommonSteps(left, right);
        return common < left.Path.Length && common < right.Path.Length
            ? Math.Abs(SubdivisionOrder.Ordinal(left.Path[common]) - SubdivisionOrder.Ordinal(right.Path[common]))
            : 0;
    }

    private static int ByNumber(ClauseSection left, ClauseSection right)
    {
        var code = string.CompareOrdinal(left.Code, right.Code);
        var number = code != 0 ? code : left.Order.CompareTo(right.Order);
        return number != 0 ? number : left.IsArticle.CompareTo(right.IsArticle);
    }

    private static int ByPath(ClauseEntry left, ClauseEntry right)
    {
        var (a, b) = (left.Reference.Path, right.Reference.Path);
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            var order = a[i].Kind != b[i].Kind ? a[i].Kind.CompareTo(b[i].Kind) : SubdivisionOrder.Ordinal(a[i]).CompareTo(SubdivisionOrder.Ordinal(b[i]));
            if (order != 0)
            {
                return order;
            }
        }
        return a.Length.CompareTo(b.Length);
    }
}
