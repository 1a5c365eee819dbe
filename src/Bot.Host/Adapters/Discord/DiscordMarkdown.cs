using System.Text;
using Bot.Host.CommandLine;

namespace Bot.Host.Adapters.Discord;

/// <summary>
/// Makes Discord show text as it is: no formatting, no mention, no link, no timestamp. Discord takes a backslash before any
/// punctuation as "this one literally".
/// </summary>
internal static class DiscordMarkdown
{
    // Discord marks these even where a backslash stands before, so something invisible must stand between.
    private const char Invisible = '\u200B';

    /// <summary>The text as it is to be sent.</summary>
    public static string Escape(string text)
    {
        var safe = SafeText.ForTerminal(text);
        var escaped = new StringBuilder(safe.Length + (safe.Length / 8));
        var isLineStart = true;
        for (var i = 0; i < safe.Length; i++)
        {
            var character = safe[i];
            if (NeedsBackslash(safe, i, isLineStart))
            {
                escaped.Append('\\');
            }
            escaped.Append(character);
            if (character == '@')
            {
                escaped.Append(Invisible);
            }
            // "1. " begins a list: up to the dot it is still the beginning of the line.
            isLineStart = character == '\n' || (isLineStart && (character == ' ' || char.IsAsciiDigit(character)));
        }
        return escaped.ToString();
    }

    private static bool NeedsBackslash(string text, int at, bool isLineStart) => text[at] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '[' or ']' or '<' => true,
        '#' or '>' or '-' or '+' => isLineStart,
        '.' or ')' => isLineStart && at > 0 && char.IsAsciiDigit(text[at - 1]),
        // https://…, which would become a link and a preview.
        ':' => text.AsSpan(at + 1).StartsWith("//", StringComparison.Ordinal),
        _ => false,
    };
}
