using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>What stands between a unit and the one before it.</summary>
internal enum UnitGap
{
    /// <summary>At most a space: both are sentences of one paragraph, which is too long for one passage.</summary>
    Space,

    Line,

    /// <summary>A blank line, or one that only draws.</summary>
    BlankLine,
}

/// <summary>A paragraph, or a sentence of a paragraph too long for one passage: what passages are packed from.</summary>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="EndSentence">Index behind its last.</param>
/// <param name="Span">From its first sentence's start to its last one's end.</param>
/// <param name="Width">The <see cref="DisplayWidth"/> of that.</param>
/// <param name="Before">What parts it from the unit before.</param>
internal readonly record struct PassageUnit(int FirstSentence, int EndSentence, TextSpan Span, int Width, UnitGap Before)
{
    /// <summary>The units of a section, given its sentences.</summary>
    public static List<PassageUnit> Of(string text, IReadOnlyList<TextSpan> sentences, int longest)
    {
        var units = new List<PassageUnit>();
        var first = 0;
        var before = UnitGap.BlankLine;
        for (var i = 1; i <= sentences.Count; i++)
        {
            var gap = i < sentences.Count ? GapBetween(text, sentences[i - 1].End, sentences[i].Start) : UnitGap.BlankLine;
            if (gap == UnitGap.Space)
            {
                continue;
            }
            AddParagraph(text, sentences, first, i, before, longest, units);
            (first, before) = (i, gap);
        }
        return units;
    }

    private static void AddParagraph(string text, IReadOnlyList<TextSpan> sentences, int first, int end, UnitGap before, int longest, List<PassageUnit> units)
    {
        var whole = Create(text, sentences, first, end, before);
        if (whole.Width <= longest)
        {
            units.Add(whole);
            return;
        }
        for (var i = first; i < end; i++)
        {
            units.Add(Create(text, sentences, i, i + 1, i == first ? before : UnitGap.Space));
        }
    }

    private static PassageUnit Create(string text, IReadOnlyList<TextSpan> sentences, int first, int end, UnitGap before)
    {
        var span = TextSpan.FromBounds(sentences[first].Start, sentences[end - 1].End);
        return new(first, end, span, DisplayWidth.Of(span.In(text)), before);
    }

    private static UnitGap GapBetween(string text, int start, int end)
    {
        var between = text.AsSpan(start, end - start);
        var lineEnd = between.IndexOf('\n');
        if (lineEnd < 0)
        {
            return UnitGap.Space;
        }
        return between[(lineEnd + 1)..].Contains('\n') ? UnitGap.BlankLine : UnitGap.Line;
    }
}
