using Microsoft.Extensions.Configuration;

namespace Bot.Host.Settings;

/// <summary>The chats that the settings have credentials for.</summary>
internal sealed record ChatCredentials(bool Discord)
{
    public bool Any => Discord;

    public static ChatCredentials In(IConfiguration configuration) => new(
        Discord: !string.IsNullOrEmpty(configuration[$"{BotSettings.Path(DiscordSettings.SectionName)}:{nameof(DiscordSettings.Token)}"]));
}
