namespace Bot.Retrieval.Clauses;

/// <summary>A marker in parentheses as it is written: <c>(b)</c>, <c>(3)</c>, （三）, ⑴, ㈠.</summary>
/// <param name="Raw">What stands inside.</param>
/// <param name="Chinese">Its value where it is a Chinese numeral, else 0.</param>
/// <param name="End">Just behind it.</param>
internal readonly record struct Marker(string Raw, int Chinese, int End)
{
    public static bool TryRead(string text, int position, out Marker marker)
    {
        marker = default;
        var opening = Scan.At(text, position);
        if (opening != '(')
        {
            return TryReadEnclosed(opening, position + 1, out marker);
        }
        var start = Scan.Spaces(text, position + 1, 1);
        var end = start;
        while (end - start < 6 && char.IsAsciiLetterOrDigit(Scan.At(text, end)))
        {
            end++;
        }
        var chinese = 0;
        if (end == start && !ChineseNumeral.TryRead(text, start, out end, out chinese))
        {
            return false;
        }
        var close = Scan.Spaces(text, end, 1);
        if (Scan.At(text, close) != ')')
        {
            return false;
        }
        marker = new(text[start..end], chinese, close + 1);
        return true;
    }

    // One character that shows parentheses and content.
    private static bool TryReadEnclosed(char character, int end, out Marker marker)
    {
        marker = character switch
        {
            >= '\u2474' and <= '\u2487' => new((character - '\u2473').ToString(), 0, end),
            >= '\u249C' and <= '\u24B5' => new(((char)('a' + character - '\u249C')).ToString(), 0, end),
            >= '\u3220' and <= '\u3229' => new("", character - '\u321F', end),
            _ => default,
        };
        return marker.End > 0;
    }
}
