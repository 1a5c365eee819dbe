using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Makes sections of the lines that open one by name, in ascending order: 第五十四条　…, SEC. 3. …, 22603. (a) ….</summary>
internal static class NamedSections
{
    /// <summary>Each from its line to the next break.</summary>
    public static IEnumerable<OwnClause> Of(string text, IReadOnlyList<LineBreak> breaks, int textEnd)
    {
        var heads = Enumerable.Range(0, breaks.Count).Where(i => breaks[i].Reference is not null).ToList();
        var orders = heads.ConvertAll(i => SectionOrder.Of(breaks[i].Reference!.Section));
        for (var i = 0; i < heads.Count; i++)
        {
            var ascends = (i > 0 && orders[i - 1].CompareTo(orders[i]) < 0) || (i + 1 < heads.Count && orders[i].CompareTo(orders[i + 1]) < 0);
            if (ascends)
            {
                var end = heads[i] + 1 < breaks.Count ? breaks[heads[i] + 1].Start : textEnd;
                yield return new(breaks[heads[i]].Reference!, TextLines.Trim(text, TextSpan.FromBounds(breaks[heads[i]].Start, end)));
            }
        }
    }
}
