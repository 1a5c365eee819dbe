using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Slack;

/// <summary>The names by which the conversations know what is on Slack.</summary>
internal static class SlackKeys
{
    public const string Platform = "slack";

    public static EventKey Event(string id) => new(Platform, id);

    public static ConversationKey Thread(string channel, string? thread) => new(Platform, thread is null ? channel : $"{channel}/{thread}");

    /// <summary>What one person says to the bot in a channel, but in no thread: commands.</summary>
    public static ConversationKey Person(string channel, string user) => new(Platform, $"{channel}/{user}");
}
