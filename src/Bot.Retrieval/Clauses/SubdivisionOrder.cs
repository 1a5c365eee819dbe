using System.Globalization;

namespace Bot.Retrieval.Clauses;

/// <summary>Tells by its place what a marker is: <c>(i)</c> is a letter behind <c>(h)</c> and a numeral under a number.</summary>
internal static class SubdivisionOrder
{
    /// <summary>The step a marker makes below a path, or null for what marks nothing.</summary>
    public static Subdivision? Read(string raw, IReadOnlyList<Subdivision> path, SectionStyle style)
    {
        if (raw.Length is 0 or > 6)
        {
            return null;
        }
        if (char.IsAsciiDigit(raw[0]))
        {
            return raw.Length <= 3 && raw[0] != '0' && raw.All(char.IsAsciiDigit) ? new(SubdivisionKind.Number, raw) : null;
        }
        var lower = raw.All(char.IsAsciiLetterLower);
        if (!lower && !raw.All(char.IsAsciiLetterUpper))
        {
            return null;
        }
        var letter = lower ? SubdivisionKind.LowerLetter : SubdivisionKind.UpperLetter;
        var roman = lower ? SubdivisionKind.LowerRoman : SubdivisionKind.UpperRoman;
        if (raw.Length > 1)
        {
            // (cc), (dd), (mm) go on behind (z); (ii) and (xx) count.
            var small = raw.All(character => char.ToLowerInvariant(character) is 'i' or 'v' or 'x' or 'l');
            return small && RomanNumeral.TryParse(raw, out var value) && value < 90
                ? new(roman, raw)
                : raw.Length == 2 && raw[0] == raw[1] ? new(letter, raw) : null;
        }
        return char.ToLowerInvariant(raw[0]) is 'i' or 'v' or 'x' && IsRomanHere(raw[0], path, letter, roman, style)
            ? new(roman, raw)
            : new(letter, raw);
    }

    /// <summary>Where the step stands in its sequence, from 1; 0 where it has no place.</summary>
    public static int Ordinal(Subdivision step) => step.Kind switch
    {
        SubdivisionKind.LowerLetter => Letters(step.Value, 'a'),
        SubdivisionKind.UpperLetter => Letters(step.Value, 'A'),
        SubdivisionKind.LowerRoman or SubdivisionKind.UpperRoman => RomanNumeral.TryParse(step.Value, out var value) ? value : 0,
        _ => int.TryParse(step.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };

    /// <summary>The step of a kind that stands at a place of its sequence.</summary>
    public static Subdivision At(SubdivisionKind kind, int ordinal) => kind switch
    {
        SubdivisionKind.LowerLetter => new(kind, Letters(ordinal, 'a')),
        SubdivisionKind.UpperLetter => new(kind, Letters(ordinal, 'A')),
        SubdivisionKind.LowerRoman => new(kind, RomanNumeral.Print(ordinal)),
        SubdivisionKind.UpperRoman => new(kind, RomanNumeral.Print(ordinal).ToUpperInvariant()),
        _ => new(kind, ordinal.ToString(CultureInfo.InvariantCulture)),
    };

    private static bool IsRomanHere(
        char character, IReadOnlyList<Subdivision> path, SubdivisionKind letter, SubdivisionKind roman, SectionStyle style)
    {
        if (path.Count == 0)
        {
            return false;
        }
        var last = path[^1];
        if (last.Kind == letter)
        {
            return last.Value != ((char)(character - 1)).ToString();
        }
        if (last.Kind == roman)
        {
            return true;
        }
        if (letter == SubdivisionKind.UpperLetter)
        {
            return path.Any(step => step.Kind == SubdivisionKind.LowerRoman);
        }
        // European points are letters under a numbered paragraph: Article 9(2)(i) follows (h).
        return style != SectionStyle.Article || path.Any(step => step.Kind == letter);
    }

    private static int Letters(string value, char first) =>
        value.Length is 1 or 2 ? value[0] - first + 1 + (value.Length == 2 ? 26 : 0) : 0;

    private static string Letters(int ordinal, char first) =>
        ordinal <= 26 ? ((char)(first + ordinal - 1)).ToString() : new((char)(first + ordinal - 27), 2);
}
