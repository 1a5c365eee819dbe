using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Finds the subdivisions inside a section or article by the markers that its lines start with: <c>(a) (1) …</c>.</summary>
internal static class SectionParts
{
    public static IEnumerable<OwnClause> Of(string text, OwnClause section)
    {
        var heads = Heads(text, section);
        for (var i = 0; i < heads.Count; i++)
        {
            // Up to the next one that isn't inside it.
            var next = i + 1;
            while (next < heads.Count && IsInside(heads[next].Path, heads[i].Path))
            {
                next++;
            }
            var end = next < heads.Count ? heads[next].Start : section.Span.End;
            var span = TextLines.Trim(text, TextSpan.FromBounds(heads[i].Start, end));
            if (!span.IsEmpty)
            {
                yield return new(section.Reference with { Path = heads[i].Path }, span);
            }
        }
    }

    private static List<(ImmutableArray<Subdivision> Path, int Start)> Heads(string text, OwnClause section)
    {
        var heads = new List<(ImmutableArray<Subdivision> Path, int Start)>();
        var path = section.Reference.Path;
        var depth = path.Length;
        foreach (var line in TextLines.In(text, section.Span))
        {
            var even = EvenText.Of(text.Substring(line.Start, Math.Min(line.Length, 40)));
            var position = 0;
            while (TryMarker(even, position, path, section.Reference.Style, out var step, out var end) && Place(path, depth, step, section.Reference.Style) is { } placed)
            {
                path = placed;
                heads.Add((path, line.Start + position));
                position = Scan.Spaces(even, end, 3);
            }
        }
        return heads;
    }

    // (a); in European articles also 1.
    private static bool TryMarker(string even, int position, ImmutableArray<Subdivision> path, SectionStyle style, out Subdivision step, out int end)
    {
        (step, end) = (default, position);
        var raw = "";
        if (Marker.TryRead(even, position, out var marker) && marker.Chinese == 0)
        {
            (raw, end) = (marker.Raw, marker.End);
        }
        else if (style == SectionStyle.Article && position == 0 && Scan.Digits(even, 0, 2) is > 0 and var digits && Scan.At(even, digits) == '.' && Scan.At(even, digits + 1) == ' ')
        {
            (raw, end) = (even[..digits], digits + 1);
        }
        if (SubdivisionOrder.Read(raw, path, style) is not { } read)
        {
            return false;
        }
        step = read;
        return true;
    }

    // A marker opens a level with its first value or goes on in one that is open.
    private static ImmutableArray<Subdivision>? Place(ImmutableArray<Subdivision> path, int depth, Subdivision step, SectionStyle style)
    {
        for (var level = path.Length - 1; level >= depth; level--)
        {
            if (path[level].Kind == step.Kind && SubdivisionOrder.Ordinal(step) > SubdivisionOrder.Ordinal(path[level]))
            {
                return path[..level].Add(step);
            }
        }
        // An excerpt of an article may start with its third paragraph.
        var mayOpen = SubdivisionOrder.Ordinal(step) == 1 || (path.IsEmpty && step.Kind == SubdivisionKind.Number && style == SectionStyle.Article);
        return mayOpen && path.AsSpan()[depth..].ToArray().All(open => open.Kind != step.Kind) ? path.Add(step) : null;
    }

    private static bool IsInside(ImmutableArray<Subdivision> inner, ImmutableArray<Subdivision> outer) =>
        inner.Length > outer.Length && inner.AsSpan()[..outer.Length].SequenceEqual(outer.AsSpan());
}
