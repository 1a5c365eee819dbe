using System.Globalization;

namespace Bot.Retrieval.Lexicon;

/// <summary>Reads numbers written in digits.</summary>
internal static class Digits
{
    // Beyond this a number is an identifier, and decimal could overflow once scaled.
    private const int Longest = 15;

    /// <summary>A run of digits without a fraction; null where there is none.</summary>
    public static int? Whole(QuantityText text, int start, out int end)
    {
        end = start;
        var value = 0;
        while (char.IsAsciiDigit(text[end]) && end - start < 9)
        {
            value = (value * 10) + text[end++] - '0';
        }
        return end == start || char.IsAsciiDigit(text[end]) ? null : value;
    }

    /// <summary>Digits in groups or not, with a fraction or not: 308, 100,000,000, 94.2. Null for identifiers and version numbers.</summary>
    public static decimal? Parse(QuantityText text, int start, out int end)
    {
        end = start;
        Span<char> digits = stackalloc char[Longest + 10];
        var length = 0;
        while (char.IsAsciiDigit(text[end]) || (length > 0 && IsGroup(text, end, start)))
        {
            if (length == Longest)
            {
                return null;
            }
            end += text[end] is ',' ? 1 : 0;
            digits[length++] = text[end++];
        }
        if (length == 0)
        {
            return null;
        }
        if (text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            digits[length++] = '.';
            for (end++; char.IsAsciiDigit(text[end]); end++)
            {
                if (length == digits.Length)
                {
                    return null;
                }
                digits[length++] = text[end];
            }
            if (text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            {
                return null;
            }
        }
        return decimal.Parse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static bool IsGroup(QuantityText text, int comma, int start) =>
        text[comma] == ','
        && comma - start <= 3 + (4 * ((comma - start) / 4))
        && char.IsAsciiDigit(text[comma + 1])
        && char.IsAsciiDigit(text[comma + 2])
        && char.IsAsciiDigit(text[comma + 3])
        && !char.IsAsciiDigit(text[comma + 4]);
}
