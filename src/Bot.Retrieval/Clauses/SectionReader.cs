namespace Bot.Retrieval.Clauses;

/// <summary>Reads a section or article by its number, with subdivisions, lists and ranges: <c>22603(a)(3) and (4)</c>.</summary>
internal static class SectionReader
{
    private const int MostClauses = 400;

    /// <summary>Reads from the number on; false where no section's number stands there.</summary>
    /// <param name="text">Evened text.</param>
    /// <param name="position">Where the number starts.</param>
    /// <param name="style">What the cue says, or <see cref="SectionStyle.Section"/>.</param>
    /// <param name="cued">Whether there is a cue or the reader may take a number for a section.</param>
    /// <param name="plural">Whether numbers without markers may follow in a list.</param>
    /// <param name="list">Takes the clauses.</param>
    /// <param name="read">How it went.</param>
    public static bool TryRead(string text, int position, SectionStyle style, bool cued, bool plural, ReferenceList list, out SectionRead read)
    {
        read = default;
        if (!TryHead(text, position, style, cued, list, out var number))
        {
            return false;
        }
        var adjacent = Marker.TryRead(text, number.End, out _);
        var end = SubdivisionReader.Read(text, number.End, list, spaced: true);
        var markers = end > number.End;
        if (number.Letter is null || markers)
        {
            end = ReadList(text, end, style, cued, plural, list);
        }
        read = new(end, number.Letter is not null, markers, adjacent && markers, number.Dots);
        return true;
    }

    /// <summary>Reads one section's number without what is below it.</summary>
    public static bool TryHead(string text, int position, SectionStyle style, ReferenceList list, out int end)
    {
        var read = TryHead(text, position, style, cued: true, list, out var number);
        end = number.End;
        return read && number.Letter is null;
    }

    private static bool TryHead(string text, int position, SectionStyle style, bool cued, ReferenceList list, out SectionNumber number)
    {
        var lettered = style is SectionStyle.UnitedStatesCode or SectionStyle.Article;
        if (style == SectionStyle.Article && RomanHead(text, position) is { } roman)
        {
            number = roman;
        }
        else if (!SectionNumber.TryRead(text, position, cued, lettered, out number))
        {
            return false;
        }
        list.Start(number.Dots >= 2 && style == SectionStyle.Section ? SectionStyle.Decimal : style, number.Value);
        return number.Letter is null || list.TryFollow(number.Letter);
    }

    // Article III
    private static SectionNumber? RomanHead(string text, int position)
    {
        if (Scan.At(text, position) is >= 'Ⅰ' and <= 'Ⅻ' and var sign)
        {
            return new((sign - 'Ⅰ' + 1).ToString(), null, 0, position + 1);
        }
        var end = Scan.Letters(text, position, 8);
        return end > position
            && char.IsAsciiLetterUpper(text[position])
            && !char.IsAsciiDigit(Scan.At(text, end))
            && RomanNumeral.TryParse(text.AsSpan(position, end - position), out var value)
            ? new(value.ToString(), null, 0, end)
            : null;
    }

    private static int ReadList(string text, int end, SectionStyle style, bool cued, bool plural, ReferenceList list)
    {
        while (list.Count < MostClauses && Separator.TryRead(text, end, out var separator))
        {
            var next = separator.End;
            if (Marker.TryRead(text, next, out var marker) || SubdivisionReader.TryWorded(text, next - 1, out marker))
            {
                if (marker.Chinese > 0 || !(separator.IsRange ? list.TryRangeTo(marker.Raw) : list.Path.Count > 0 && list.TryJoin(marker.Raw)))
                {
                    break;
                }
                end = SubdivisionReader.Read(text, marker.End, list, spaced: false);
                continue;
            }
            if (NextSection(text, next, style, cued, plural, separator.IsRange, list) is not { } sectionEnd)
            {
                break;
            }
            end = sectionEnd;
        }
        return end;
    }

    private static int? NextSection(string text, int position, SectionStyle style, bool cued, bool plural, bool isRange, ReferenceList list)
    {
        if (Scan.At(text, position) == '§')
        {
            position = Scan.Spaces(text, position + 1);
            plural = true;
        }
        if (!SectionNumber.TryRead(text, position, cued, style is SectionStyle.UnitedStatesCode or SectionStyle.Article, out var number))
        {
            return null;
        }
        var marked = Marker.TryRead(text, number.End, out var marker);
        if (!plural && !(marked && char.IsAsciiLetter(marker.Raw.FirstOrDefault())) && !(isRange && cued && number.Dots == 0 && number.Letter is null))
        {
            return null;
        }
        if (isRange)
        {
            return TryRange(list, number, marked ? marker : null);
        }
        if (number.Letter is not null && !plural)
        {
            return null;
        }
        list.Start(number.Dots >= 2 && style == SectionStyle.Section ? SectionStyle.Decimal : style, number.Value);
        if (number.Letter is not null)
        {
            list.TryFollow(number.Letter);
        }
        return SubdivisionReader.Read(text, number.End, list, spaced: false);
    }

    // 22603(a)-22603(c), 5-8
    private static int? TryRange(ReferenceList list, SectionNumber number, Marker? marker)
    {
        if (marker is { } to)
        {
            return number.Value == list.Section && list.TryRangeTo(to.Raw) ? to.End : null;
        }
        return number.Letter is null && list.TrySectionRange(number.Value) ? number.End : null;
    }
}

/// <summary>How a section was written.</summary>
/// <param name="End">Behind its last clause.</param>
/// <param name="GluedLetter">Whether a letter without parentheses was taken for a subdivision.</param>
/// <param name="HasMarkers">Whether any marker follows the number.</param>
/// <param name="IsAdjacent">Whether it follows without a space.</param>
/// <param name="Dots">Levels split off by dots.</param>
internal readonly record struct SectionRead(int End, bool GluedLetter, bool HasMarkers, bool IsAdjacent, int Dots);
