using System.Text;
using Bot.Host.CommandLine;
using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>
/// Escapes text for the Markdown of growing messages. As with mrkdwn nothing in it pings or links; unlike there, a
/// backslash keeps a character from formatting.
/// </summary>
internal static class SlackMarkdown
{
    private const string Formatting = "\\`*_~#|![]()";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in Mrkdwn.Escape(SafeText.ForTerminal(text)))
        {
            if (Formatting.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }
            escaped.Append(character);
        }
        return escaped.ToString();
    }
}
