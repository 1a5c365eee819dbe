namespace Bot.Retrieval.Clauses;

/// <summary>Reads what follows a section's number: <c>(a)(3)</c>, <c>, subdivision (b)</c>, <c>Abs. 1 lit. a</c>.</summary>
internal static class SubdivisionReader
{
    /// <summary>Takes every marker that belongs to the clause read last, and returns where they end.</summary>
    /// <param name="text">Evened text.</param>
    /// <param name="position">Behind the number.</param>
    /// <param name="list">Takes the markers.</param>
    /// <param name="spaced">Whether a space may stand before the first marker.</param>
    public static int Read(string text, int position, ReferenceList list, bool spaced)
    {
        while (true)
        {
            var at = spaced ? Scan.Spaces(text, position, 1) : position;
            if (Marker.TryRead(text, at, out var marker) && list.TryFollow(marker.Raw))
            {
                (position, spaced) = (marker.End, true);
                continue;
            }
            position = list.Path.Count > 0 ? SkipSentence(text, position) : position;
            if (TryWorded(text, position, out var worded) && list.TryFollow(worded.Raw))
            {
                (position, spaced) = (worded.End, true);
                continue;
            }
            return position;
        }
    }

    // Abs. 1 S. 2, Satz 2: which sentence, finer than a clause.
    private static int SkipSentence(string text, int position)
    {
        var at = Scan.Spaces(text, position, 1);
        var word = Scan.StartsWith(text, at, "S. ") ? at + 3 : Scan.StartsWith(text, at, "Satz ") ? at + 5 : at;
        var end = Scan.Digits(text, word, 3);
        return at > position && word > at && end > word && end - word < 3 && !Scan.IsWord(Scan.At(text, end)) ? end : position;
    }

    /// <summary>Reads <c>, subdivision (b)</c>: a word and its marker, which may stand without parentheses.</summary>
    public static bool TryWorded(string text, int position, out Marker marker)
    {
        marker = default;
        var at = Scan.SpacesOrLineEnd(text, Scan.At(text, position) == ',' ? position + 1 : position);
        if (at == position || !char.IsAsciiLetter(Scan.At(text, at)) || !Cue.TryRead(text, at, out var cue))
        {
            return false;
        }
        return (cue.Kind == CueKind.Below || Scan.Word(text, at, "clause")) && TryAfterWord(text, cue.End, Scan.Letters(text, at) - at <= 3, out marker);
    }

    /// <summary>Reads the marker behind a word such as "point" or "lit.".</summary>
    public static bool TryAfterWord(string text, int wordEnd, bool abbreviated, out Marker marker)
    {
        var start = Scan.SpacesOrLineEnd(text, wordEnd);
        if (Marker.TryRead(text, start, out marker))
        {
            return marker.Chinese == 0;
        }
        var end = Scan.Digits(text, start, 4);
        if (end == start && char.IsAsciiLetterLower(Scan.At(text, start)))
        {
            end = start + 1;
            // "paragraph a person …": one letter that may be a word.
            if (text[start] == 'a' && !abbreviated && char.IsAsciiLetter(Scan.At(text, Scan.Spaces(text, end))))
            {
                return false;
            }
        }
        var next = Scan.At(text, end);
        if (end == start || start == wordEnd && !abbreviated || Scan.IsWord(next) || next is '%' or '\'' || (next == '.' && char.IsAsciiDigit(Scan.At(text, end + 1))))
        {
            return false;
        }
        marker = new(text[start..end], 0, end);
        return end - start <= 3;
    }
}
