using System.Text;

namespace Bot.Slack.Blocks;

/// <summary>Turns the text of an event into what its writer saw, without the bot's own mention.</summary>
public static class IncomingText
{
    /// <summary>
    /// <c>&lt;@U1|name&gt;</c> becomes <c>@name</c>, <c>&lt;#C1|name&gt;</c> <c>#name</c>, a link its address, and escapes are undone.
    /// Takes any string.
    /// </summary>
    /// <param name="ownUserId">Mentions of this user are taken out.</param>
    public static string Plain(string text, string ownUserId)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is var open && open >= 0)
        {
            var close = rest[open..].IndexOf('>');
            if (close < 0)
            {
                break;
            }
            result.Append(rest[..open]);
            result.Append(Shown(rest.Slice(open + 1, close - 1), ownUserId));
            rest = rest[(open + close + 1)..];
        }
        return Mrkdwn.Unescape(result.Append(rest).ToString()).Trim();
    }

    /// <summary>Whether the text mentions the user.</summary>
    public static bool Mentions(string text, string userId) =>
        text.Contains($"<@{userId}>", StringComparison.Ordinal) || text.Contains($"<@{userId}|", StringComparison.Ordinal);

    private static string Shown(ReadOnlySpan<char> inside, string ownUserId)
    {
        var bar = inside.IndexOf('|');
        var target = bar < 0 ? inside : inside[..bar];
        var label = bar < 0 ? [] : inside[(bar + 1)..];
        return target switch
        {
            ['@', .. var user] => user.SequenceEqual(ownUserId) ? "" : $"@{(label.IsEmpty ? user : label)}",
            ['#', .. var channel] => $"#{(label.IsEmpty ? channel : label)}",
            ['!', .. var special] => Special(special, label),
            _ => Address(target, label),
        };
    }

    private static string Special(ReadOnlySpan<char> special, ReadOnlySpan<char> label)
    {
        var caret = special.IndexOf('^');
        var name = caret < 0 ? special : special[..caret];
        return name switch
        {
            "date" => label.ToString(),
            "subteam" => label.IsEmpty ? "@group" : $"@{label.TrimStart('@')}",
            _ => $"@{name}",
        };
    }

    private static string Address(ReadOnlySpan<char> target, ReadOnlySpan<char> label)
    {
        const string mail = "mailto:";
        if (target.StartsWith(mail, StringComparison.Ordinal))
        {
            return (label.IsEmpty ? target[mail.Length..] : label).ToString();
        }
        return target.ToString();
    }
}
