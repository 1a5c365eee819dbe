using System.Globalization;
using Bot.Discord.Resources;

namespace Bot.Discord;

/// <summary>The address at which an administrator adds the bot to a guild.</summary>
public static class InviteLink
{
    /// <summary>With slash commands and exactly the given permissions.</summary>
    public static Uri For(Snowflake applicationId, Permissions permissions) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot%20applications.commands&permissions={(ulong)permissions}"));
}
