using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Documents;

/// <summary>Reads valid JSON string content that <see cref="System.Text.Json"/> refuses: with lone surrogates.</summary>
internal static class JsonEscapes
{
    /// <param name="escaped">Between the quotes.</param>
    public static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 >= escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }
            i++;
            switch (escaped[i])
            {
                case 'u' when i + 4 < escaped.Length && ushort.TryParse(escaped.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                    text.Append((char)unit);
                    i += 4;
                    break;
                default:
                    text.Append(escaped[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
                    break;
            }
        }
        return text.ToString();
    }
}
