using System.Text;

namespace Bot.Slack.Blocks;

/// <summary>Slack's own markup. Whatever comes from documents or people is escaped; links are added by hand.</summary>
public static class Mrkdwn
{
    // Invisible, and not a space: a formatting character after it doesn't begin anything, and words don't break there.
    private const char WordJoiner = '\u2060';

    /// <summary>Makes a text that means nothing but itself to Slack's parser: no mention, no channel ping, no link.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>
    /// As <see cref="Escape"/>, and the characters that would format (<c>* _ ~ `</c>) are shown as they are. Slack's
    /// markup has no escape for them, so each follows an invisible word joiner.
    /// </summary>
    public static string Literal(string text)
    {
        var escaped = Escape(text);
        if (escaped.AsSpan().IndexOfAny("*_~`") < 0)
        {
            return escaped;
        }
        var result = new StringBuilder(escaped.Length + 8);
        foreach (var character in escaped)
        {
            if (character is '*' or '_' or '~' or '`')
            {
                result.Append(WordJoiner);
            }
            result.Append(character);
        }
        return result.ToString();
    }

    /// <summary>A link with a label, both made safe. An address that isn't http, https or mailto gives the label alone.</summary>
    public static string Link(Uri address, string label)
    {
        var shown = Literal(label).Replace("|", "¦", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return address.IsAbsoluteUri && address.Scheme is "http" or "https" or "mailto" && address.AbsoluteUri.Length <= BlockLimits.Url
            ? $"<{EscapeAddress(address.AbsoluteUri)}|{shown}>"
            : shown;
    }

    public static string User(string userId) => $"<@{userId}>";

    /// <summary>Each line as a quotation.</summary>
    public static string Quote(string escaped) => "> " + escaped.ReplaceLineEndings("\n> ");

    private static string EscapeAddress(string address) => address
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal);
}
