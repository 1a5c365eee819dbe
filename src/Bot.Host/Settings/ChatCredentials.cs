using Microsoft.Extensions.Configuration;

namespace Bot.Host.Settings;

/// <summary>The chats that the settings have credentials for.</summary>
internal sealed record ChatCredentials(bool Discord, bool Slack)
{
    public bool Any => Discord || Slack;

    // One of Slack's two tokens is enough to see that Slack is meant; the rules then ask for the other.
    public static ChatCredentials In(IConfiguration configuration) => new(
        Discord: Has(configuration, DiscordSettings.SectionName, nameof(DiscordSettings.Token)),
        Slack: Has(configuration, SlackSettings.SectionName, nameof(SlackSettings.BotToken))
            || Has(configuration, SlackSettings.SectionName, nameof(SlackSettings.AppToken)));

    private static bool Has(IConfiguration configuration, string section, string setting) =>
        !string.IsNullOrEmpty(configuration[$"{BotSettings.Path(section)}:{setting}"]);
}
