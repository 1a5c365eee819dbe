using System.Globalization;

namespace Bot.Retrieval.Clauses;

/// <summary>A section's number as it is written, with what is glued to it.</summary>
/// <param name="Value">The number: <c>22603</c>, <c>1798.100</c>, <c>10b-5</c>, <c>300aa-1</c>.</param>
/// <param name="Letter">A glued letter that is a subdivision: <c>22603b</c>, <c>22603.b</c>.</param>
/// <param name="Dots">How many levels are split off by dots.</param>
/// <param name="End">Just behind it.</param>
internal readonly record struct SectionNumber(string Value, string? Letter, int Dots, int End)
{
    private const int MostDigits = 6;

    /// <param name="text">Evened text.</param>
    /// <param name="position">Where the digits start.</param>
    /// <param name="cued">Whether a word or the place says that it is a section.</param>
    /// <param name="lettered">Whether sections of this style have letters in their own number.</param>
    /// <param name="number">What was read.</param>
    public static bool TryRead(string text, int position, bool cued, bool lettered, out SectionNumber number)
    {
        number = default;
        var end = Scan.Digits(text, position, MostDigits + 1);
        if (end == position || end - position > MostDigits || text[position] == '0')
        {
            return false;
        }
        var dots = 0;
        while (Scan.At(text, end) == '.' && Scan.Digits(text, end + 1, 5) is var next && next > end + 1 && next - end <= 5 && dots < 6)
        {
            (end, dots) = (next, dots + 1);
        }
        end = Hyphenated(text, position, end, dots, cued);
        if (!char.IsAsciiLetter(Scan.At(text, end)))
        {
            return Accept(text, position, end, null, dots, Dotted(text, end, cued), out number);
        }
        var letters = Scan.Letters(text, end, 4);
        if (letters - end > 3 || char.IsAsciiDigit(Scan.At(text, letters)))
        {
            return false;
        }
        // Rule 10b-5, 42 U.S.C. 300aa-1: the letters belong to the number.
        if (Scan.At(text, letters) == '-' && Scan.Digits(text, letters + 1, 4) is var tail && tail > letters + 1 && !Scan.IsWord(Scan.At(text, tail)))
        {
            return Accept(text, position, tail, null, dots, tail, out number);
        }
        var upper = char.IsAsciiLetterUpper(text[end]);
        if (lettered || (upper && cued && letters - end == 1))
        {
            return Accept(text, position, letters, null, dots, letters, out number);
        }
        return letters - end == 1 && !upper && Accept(text, position, end, text[end..letters], dots, letters, out number);
    }

    private static bool Accept(string text, int start, int valueEnd, string? letter, int dots, int end, out SectionNumber number)
    {
        letter ??= end > valueEnd ? text[(end - 1)..end] : null;
        number = new(text[start..valueEnd], letter, dots, end);
        return !Scan.IsWord(Scan.At(text, end)) && Scan.At(text, end) is not ('%' or '°' or '℃' or '‰');
    }

    // § 22603.b
    private static int Dotted(string text, int end, bool cued) =>
        cued && Scan.At(text, end) == '.' && char.IsAsciiLetterLower(Scan.At(text, end + 1)) && !Scan.IsWord(Scan.At(text, end + 2)) && Scan.At(text, end + 2) != '.'
            ? end + 2
            : end;

    // § 18.2-57, § 18-6-401: sections of codes that count by title. 5-8 is a range.
    private static int Hyphenated(string text, int start, int end, int dots, bool cued)
    {
        if (!cued || Scan.At(text, end) != '-')
        {
            return end;
        }
        var second = Scan.Digits(text, end + 1, 5);
        if (second == end + 1 || text[end + 1] == '0')
        {
            return end;
        }
        if (Scan.At(text, second) == '-' && Scan.Digits(text, second + 1, 5) is var third && third > second + 1)
        {
            return third;
        }
        // § 2-314: too far apart for a range.
        if (dots == 0 && start - end >= -2 && !Scan.IsWord(Scan.At(text, second)) && int.Parse(text.AsSpan(end + 1, second - end - 1), CultureInfo.InvariantCulture) > 100 + int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture))
        {
            return second;
        }
        return dots == 1 && Scan.At(text, second) != '.' && !Scan.IsWord(Scan.At(text, second)) ? second : end;
    }
}
