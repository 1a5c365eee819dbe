namespace Bot.Retrieval.Clauses;

/// <summary>
/// Reads clauses named from the inside out: <c>paragraph (1) of subdivision (b) of Section 22603</c>,
/// <c>point (f) of Article 6(1)</c>.
/// </summary>
internal static class InvertedReader
{
    private const int MostLevels = 5;

    /// <summary>Reads from the first word on; false where no section stands at the end.</summary>
    public static bool TryRead(string text, Cue first, ReferenceList list, out int end)
    {
        end = first.End;
        var levels = new List<List<(string Raw, bool Range)>>();
        var (cue, position) = (first, first.End);
        while (levels.Count < MostLevels)
        {
            if (!TryMarkers(text, cue, out var markers, out position))
            {
                return false;
            }
            levels.Add(markers);
            if (!TryOf(text, ref position) || !IsCueAt(text, position) || !Cue.TryRead(text, position, out cue))
            {
                return false;
            }
            if (cue.Kind is CueKind.Section or CueKind.Article)
            {
                return TryBase(text, cue, levels, list, out end);
            }
        }
        return false;
    }

    private static bool TryBase(string text, Cue cue, List<List<(string Raw, bool Range)>> levels, ReferenceList list, out int end)
    {
        end = cue.End;
        var style = cue.Kind == CueKind.Article ? SectionStyle.Article : SectionStyle.Section;
        var start = Scan.SpacesOrLineEnd(text, cue.End);
        if (!SectionReader.TryRead(text, start, style, cued: true, plural: false, list, out var read) || list.Count != 1)
        {
            return false;
        }
        end = read.End;
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            // Only the innermost may be a list.
            if ((level > 0 && levels[level].Count > 1) || !list.TryFollow(levels[level][0].Raw) || list.Count != 1)
            {
                return false;
            }
        }
        foreach (var (raw, range) in levels[0].Skip(1))
        {
            if (!(range ? list.TryRangeTo(raw) : list.TryJoin(raw)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool TryMarkers(string text, Cue cue, out List<(string Raw, bool Range)> markers, out int end)
    {
        markers = [];
        end = cue.End;
        if (!SubdivisionReader.TryAfterWord(text, cue.End, abbreviated: false, out var marker))
        {
            return false;
        }
        markers.Add((marker.Raw, false));
        end = marker.End;
        while (markers.Count < 30 && Separator.TryRead(text, end, out var separator)
            && (Marker.TryRead(text, separator.End, out marker) || SubdivisionReader.TryAfterWord(text, separator.End - 1, abbreviated: false, out marker))
            && marker.Raw.Length > 0)
        {
            markers.Add((marker.Raw, separator.IsRange));
            end = marker.End;
        }
        return true;
    }

    private static bool TryOf(string text, ref int position)
    {
        var at = Scan.SpacesOrLineEnd(text, Scan.At(text, position) == ',' ? position + 1 : position);
        at = Scan.StartsWith(text, at, "inclusive, ") ? at + 11 : at;
        if (!Scan.Word(text, at, "of") && !Scan.Word(text, at, "in") && !Scan.Word(text, at, "under"))
        {
            return false;
        }
        at = Scan.SpacesOrLineEnd(text, Scan.Letters(text, at));
        position = Scan.Word(text, at, "the") ? Scan.SpacesOrLineEnd(text, at + 3) : at;
        return true;
    }

    private static bool IsCueAt(string text, int position) => Scan.At(text, position) == '§' || char.IsAsciiLetter(Scan.At(text, position));
}
