using AngleSharp.Html;

namespace Bot.Retrieval.Documents;

/// <summary>Finds where the characters of a text token stand in the raw page, where they may be written as references (<c>&amp;amp;</c>).</summary>
internal static class HtmlCharacters
{
    private const int LongestReference = 40;

    /// <param name="raw">The raw page.</param>
    /// <param name="start">Where the token starts in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="data">What the token says.</param>
    /// <param name="origins">Gets the raw offset of each character of <paramref name="data"/>, not descending.</param>
    public static void Locate(string raw, int start, int end, ReadOnlySpan<char> data, Span<int> origins)
    {
        var position = start;
        for (var i = 0; i < data.Length;)
        {
            // What the tokenizer drops.
            while (position < end && raw[position] == '\0' && data[i] != '\0')
            {
                position++;
            }
            var here = Math.Min(position, Math.Max(start, end - 1));
            var said = 1;
            if (position < end && raw[position] == '&')
            {
                (position, said) = PastReference(raw, position, end, data[i..]);
            }
            else if (position < end)
            {
                position += raw[position] == '\r' && position + 1 < end && raw[position + 1] == '\n' && data[i] == '\n' ? 2 : 1;
            }
            for (; said > 0; said--)
            {
                origins[i++] = here;
            }
        }
    }

    // Where the raw text goes on behind the reference, and how many characters it stands for.
    private static (int Position, int Said) PastReference(string raw, int start, int end, ReadOnlySpan<char> data)
    {
        var limit = Math.Min(end, start + LongestReference);
        var position = start + 1;
        if (position < limit && raw[position] == '#')
        {
            position++;
            position += position < limit && raw[position] is 'x' or 'X' ? 1 : 0;
            var digits = position;
            while (position < limit && char.IsAsciiHexDigit(raw[position]))
            {
                position++;
            }
            if (position == digits)
            {
                return (start + 1, 1);
            }
            position += position < limit && raw[position] == ';' ? 1 : 0;
            return (position, data.Length > 1 && char.IsHighSurrogate(data[0]) ? 2 : 1);
        }
        while (position < limit && char.IsAsciiLetterOrDigit(raw[position]))
        {
            position++;
        }
        position += position < limit && raw[position] == ';' ? 1 : 0;
        // Some names count without their semicolon, and then the rest is text: &copy2024.
        for (; position > start + 1; position--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(raw[(start + 1)..position]) is { Length: > 0 } symbol && data.StartsWith(symbol, StringComparison.Ordinal))
            {
                return (position, symbol.Length);
            }
        }
        return (start + 1, 1);
    }
}
