using Bot.Discord.Resources;

namespace Bot.Host.Adapters.Discord;

/// <summary>What the bot must be allowed, and no more.</summary>
internal static class DiscordPermissions
{
    public const Permissions Needed =
        Permissions.ViewChannel
        | Permissions.SendMessages
        | Permissions.SendMessagesInThreads
        | Permissions.CreatePublicThreads
        | Permissions.EmbedLinks
        | Permissions.AttachFiles
        | Permissions.ReadMessageHistory;
}
