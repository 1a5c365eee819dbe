namespace Bot.Retrieval.Clauses;

/// <summary>Numbers of bills: <c>SB-1047</c>, <c>SB 1047</c>, <c>SB1047</c>, <c>AB-2013</c>, <c>H.R. 1</c>.</summary>
internal static class BillId
{
    private const int Longest = 14;
    private const int MostDigits = 5;

    /// <summary>The key of the first bill that a text names.</summary>
    public static string? In(string text)
    {
        foreach (var (key, _, _) in Bills(text))
        {
            return key;
        }
        return null;
    }

    /// <summary>Every bill named, in order, with the words that name it.</summary>
    public static IEnumerable<(string Key, string Name)> AllIn(string text) =>
        Bills(text).Select(bill => (bill.Key, text[bill.Start..bill.End]));

    /// <summary>The bill whose number ends the text, and where it starts.</summary>
    public static (string Key, int Start)? AtEndOf(string text)
    {
        var from = Math.Max(0, text.Length - Longest);
        foreach (var (key, start, end) in Bills(text[from..]))
        {
            if (from + end == text.Length && !(from > 0 && start == 0))
            {
                return (key, from + start);
            }
        }
        return null;
    }

    private static IEnumerable<(string Key, int Start, int End)> Bills(string text)
    {
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (char.IsAsciiLetter(text[i]) && !char.IsAsciiLetterOrDigit(Scan.At(text, i - 1)) && TryRead(text, i, out var key, out var end))
            {
                yield return (key, i, end);
                i = end - 1;
            }
        }
    }

    private static bool TryRead(string text, int start, out string key, out int end)
    {
        (key, end) = ("", start);
        var second = Dot(text, start + 1);
        var isHouse = (char.ToLowerInvariant(text[start]), char.ToLowerInvariant(Scan.At(text, second))) is ('s' or 'a' or 'h', 'b') or ('h', 'r');
        if (!isHouse)
        {
            return false;
        }
        var number = Dot(text, second + 1);
        number += Scan.At(text, number) is ' ' or '-' ? 1 : 0;
        end = Scan.Digits(text, number, MostDigits + 1);
        if (end == number || end - number > MostDigits || text[number] == '0' || char.IsAsciiLetter(Scan.At(text, end)))
        {
            return false;
        }
        key = string.Concat(text.AsSpan(start, 1), text.AsSpan(second, 1)).ToLowerInvariant() + text[number..end];
        return true;
    }

    private static int Dot(string text, int position) => Scan.At(text, position) == '.' ? position + 1 : position;
}
