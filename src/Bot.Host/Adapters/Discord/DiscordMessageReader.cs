using System.Text.RegularExpressions;
using Bot.Discord;
using Bot.Discord.Resources;
using Bot.Host.Conversations;
using Bot.Host.Settings;

namespace Bot.Host.Adapters.Discord;

/// <summary>Turns a Discord message into one for the bot, if it is.</summary>
/// <param name="self">The bot's account.</param>
/// <param name="answerIn">One of <see cref="DiscordSettings.AnswerIn"/>'s values.</param>
internal sealed partial class DiscordMessageReader(Snowflake self, string answerIn)
{
    // What a thread's name may have.
    private const int MostThreadName = 100;

    /// <summary>Null where nobody addressed the bot.</summary>
    /// <param name="message">As it came.</param>
    /// <param name="thread">What the bot has to do with the channel.</param>
    /// <param name="isAdmin">Whether the author may give admins' commands.</param>
    /// <param name="now">By the bot's clock.</param>
    public IncomingMessage? Read(Message message, DiscordThread thread, bool isAdmin, DateTimeOffset now)
    {
        var isDirect = message.GuildId is null;
        var isMention = message.MentionsUser(self);
        if (!message.IsFromPerson || message.Author!.Id == self || !(isDirect || isMention || IsForThread(message, thread)))
        {
            return null;
        }
        var text = Words(message);
        // A picture in a direct message or a thread is no question.
        if (text.Length == 0 && !isMention && (isDirect || message.Content.Length > 0 || message.Attachments.Count > 0))
        {
            return null;
        }
        var canStartThread = !isDirect && thread == DiscordThread.None && answerIn.Equals(DiscordSettings.Thread, StringComparison.OrdinalIgnoreCase);
        return new IncomingMessage
        {
            Event = new EventKey(DiscordPlatform.PlatformName, message.Id.ToString()),
            Conversation = new ConversationKey(DiscordPlatform.PlatformName, Place(message, isDirect, thread, canStartThread)),
            Author = message.Author.Id.ToString(),
            Request = text.Length > 0 ? new Request.Ask(text) : isMention ? new Request.Help() : new Request.Unreadable(),
            IsAdmin = isAdmin,
            Address = new DiscordAddress
            {
                Channel = message.ChannelId,
                Message = message.Id,
                CanStartThread = canStartThread,
                ThreadName = canStartThread ? ThreadName(text) : null,
            }.Write(),
            ReceivedAt = now,
        };
    }

    // People talk to each other there, too.
    private static bool IsForThread(Message message, DiscordThread thread) =>
        thread == DiscordThread.Own && message.Mentions.Count == 0 && message.MentionRoles.Count == 0 && !message.MentionEveryone;

    // A thread on a message has the message's id, so what follows in it is remembered with the question.
    private static string Place(Message message, bool isDirect, DiscordThread thread, bool canStartThread) => (isDirect, thread) switch
    {
        (true, _) or (_, not DiscordThread.None) => message.ChannelId.ToString(),
        _ when canStartThread => message.Id.ToString(),
        _ => $"{message.ChannelId}/{message.Author!.Id}",
    };

    private string Words(Message message)
    {
        var words = Mention().Replace(message.Content, mention =>
        {
            var id = mention.Groups["user"].Value;
            if (id == self.ToString())
            {
                return " ";
            }
            var name = message.Mentions.FirstOrDefault(user => user.Id.ToString() == id);
            return id.Length > 0 ? name?.GlobalName ?? name?.Username ?? "" : mention.Groups["emoji"].Value;
        });
        return Spaces().Replace(words, " ").Trim();
    }

    private static string ThreadName(string text)
    {
        var name = Spaces().Replace(text.ReplaceLineEndings(" "), " ").Trim();
        var pieces = TextCutter.Cut(name, piece => piece.Length < MostThreadName);
        return pieces.Count switch
        {
            0 => "?",
            1 => pieces[0],
            _ => $"{pieces[0]}…",
        };
    }

    // <@1>, <@!1>, <@&1>, <#1>, <:name:1>, <a:name:1>
    [GeneratedRegex(@"<(?:@!?(?<user>\d+)|@&\d+|#\d+|a?:(?<emoji>\w+):\d+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("[ \t]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}

/// <summary>What the bot has to do with a channel.</summary>
internal enum DiscordThread
{
    /// <summary>No thread.</summary>
    None,

    /// <summary>A thread that the bot started: all that is said there is meant for it.</summary>
    Own,

    /// <summary>Somebody else's.</summary>
    Other,
}
