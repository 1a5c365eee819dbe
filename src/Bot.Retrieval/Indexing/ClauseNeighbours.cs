using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>All clauses in order, and those that stand nearest to one that isn't there.</summary>
internal sealed class ClauseNeighbours
{
    /// <summary>How many are offered.</summary>
    public const int Most = 5;

    private readonly ImmutableArray<ClauseSection> _sections;

    public ClauseNeighbours(IReadOnlyCollection<ClauseSection> sections)
    {
        _sections = [.. sections.OrderBy(section => section.Code, StringComparer.Ordinal).ThenBy(section => section.Order).ThenBy(section => section.IsArticle)];
        All = [.. _sections.SelectMany(section => InOrder(section.Entries)).Select(entry => entry.Reference)];
    }

    public ImmutableArray<ClauseReference> All { get; }

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
