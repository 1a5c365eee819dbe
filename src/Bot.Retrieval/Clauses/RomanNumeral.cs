using System.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>Roman numerals in their one regular spelling, all in one case.</summary>
internal static class RomanNumeral
{
    private static readonly (int Value, string Sign)[] Signs =
    [
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>Up to 399; false for what isn't spelled regularly.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 10)
        {
            return false;
        }
        Span<char> lower = stackalloc char[text.Length];
        text.ToLowerInvariant(lower);
        if (!text.SequenceEqual(lower) && text.IndexOfAnyInRange('a', 'z') >= 0)
        {
            return false;
        }
        var rest = lower;
        foreach (var (amount, sign) in Signs)
        {
            while (rest.StartsWith(sign))
            {
                value += amount;
                rest = rest[sign.Length..];
            }
        }
        return rest.IsEmpty && value < 400 && lower.SequenceEqual(Print(value));
    }

    /// <summary>In lower case.</summary>
    public static string Print(int value)
    {
        var text = new StringBuilder();
        foreach (var (amount, sign) in Signs)
        {
            for (; value >= amount; value -= amount)
            {
                text.Append(sign);
            }
        }
        return text.ToString();
    }
}
