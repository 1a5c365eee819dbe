using Bot.Slack;

namespace Bot.Host.Settings;

internal sealed class SlackRules() : SettingsRules<SlackSettings>(BotSettings.Path(SlackSettings.SectionName))
{
    private const int MostConnections = 10;

    protected override IEnumerable<SettingError> Errors(SlackSettings settings) =>
    [
        .. Tokens(settings),
        .. Address(nameof(settings.ApiBaseAddress), settings.ApiBaseAddress, "https://slack.com/api/"),
        .. Range(nameof(settings.Connections), settings.Connections, 1, MostConnections, "2"),
        .. OneOf(nameof(settings.View), settings.View, SlackSettings.Agent, SlackSettings.Assistant, SlackSettings.None),
        .. OneOf(nameof(settings.Outsiders), settings.Outsiders, SlackSettings.Refuse, SlackSettings.Answer),
        .. OneOf(nameof(settings.Streaming), settings.Streaming, SlackSettings.Auto, SlackSettings.Off),
    ];

    // The values themselves are never shown.
    private static IEnumerable<SettingError> Tokens(SlackSettings settings)
    {
        if (settings is { BotToken: "", AppToken: "" })
        {
            yield break;
        }
        var section = BotSettings.Path(SlackSettings.SectionName);
        if (SlackTokens.BotTokenProblem(settings.BotToken) is { } bot)
        {
            yield return new($"{section}:{nameof(settings.BotToken)}", $"is wrong. {bot}", Example: null);
        }
        if (SlackTokens.AppTokenProblem(settings.AppToken) is { } app)
        {
            yield return new($"{section}:{nameof(settings.AppToken)}", $"is wrong. {app}", Example: null);
        }
    }
}
