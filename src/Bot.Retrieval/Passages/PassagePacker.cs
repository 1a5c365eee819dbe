using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>
/// Packs the paragraphs of one section into passages. Where a passage ends depends on the words around that place and not
/// on how many came before, so that an edit changes the passages near it and leaves the rest as they were.
/// </summary>
internal static class PassagePacker
{
    /// <summary>In <see cref="DisplayWidth"/>, as all sizes here: about 450 Han, 150 English words.</summary>
    public const int Longest = 900;

    // From here on a passage may end, and does so behind about every second paragraph: 600 on average.
    private const int Enough = 300;

    // A clause is kept together longer than other text.
    private const int EnoughForClause = 600;

    /// <summary>Ranges of sentences, each one passage.</summary>
    public static IEnumerable<Range> Pack(string text, IReadOnlyList<TextSpan> sentences)
    {
        var units = PassageUnit.Of(text, sentences, Longest);
        var first = 0;
        var width = 0;
        var enough = Enough;
        for (var i = 0; i < units.Count; i++)
        {
            var startsClause = units[i].Before != UnitGap.Space && ClauseStart.IsAt(units[i].Span.In(text));
            if (i > first && (startsClause || width + units[i].Width > Longest || (width >= enough && MayEndBefore(text, units, i))))
            {
                yield return units[first].FirstSentence..units[i].FirstSentence;
                (first, width, enough) = (i, 0, Enough);
            }
            width += units[i].Width;
            enough = startsClause ? EnoughForClause : enough;
        }
        if (units.Count > 0)
        {
            yield return units[first].FirstSentence..sentences.Count;
        }
    }

    private static bool MayEndBefore(string text, List<PassageUnit> units, int index)
    {
        var last = units[index - 1].Span.In(text);
        var next = units[index].Span.In(text);
        var isListed = units[index].Before == UnitGap.Line && (LineMarkers.StartsItem(next) || LineMarkers.MayStartItem(next) || LineMarkers.StandsAlone(next));
        return !isListed && last[^1] is not (':' or '：' or ',' or '，') && IsChosen(last);
    }

    // Half of all texts, the same ones in every process (FNV-1a).
    private static bool IsChosen(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }
        return (hash >> 16 & 1) == 0;
    }
}
