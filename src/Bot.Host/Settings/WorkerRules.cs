namespace Bot.Host.Settings;

internal sealed class ConversationsRules() : SettingsRules<ConversationsSettings>(BotSettings.Path(ConversationsSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(ConversationsSettings settings) =>
    [
        .. Range(nameof(settings.QuestionsPerUserPerMinute), settings.QuestionsPerUserPerMinute, 0, 1_000_000, "10"),
        .. Range(nameof(settings.QuestionsPerMinute), settings.QuestionsPerMinute, 0, 1_000_000, "600"),
        .. Range(nameof(settings.ConcurrentAnswers), settings.ConcurrentAnswers, 0, 1000, "4"),
        .. Range(nameof(settings.QueueLimit), settings.QueueLimit, 1, 100_000, "1000"),
        .. Range(nameof(settings.AnswerTimeoutSeconds), settings.AnswerTimeoutSeconds, 1, 600, "60"),
        .. Range(nameof(settings.MaximumAgeMinutes), settings.MaximumAgeMinutes, 1, 24 * 60, "15"),
        .. Range(nameof(settings.RememberedQuestions), settings.RememberedQuestions, 0, 20, "4"),
        .. Range(nameof(settings.MemoryHours), settings.MemoryHours, 0.1, 24 * 365, "24"),
        .. Range(nameof(settings.KeepDays), settings.KeepDays, 1, 3650, "30"),
        .. Range(nameof(settings.ShutdownSeconds), settings.ShutdownSeconds, 1, 40, "15"),
    ];
}

internal sealed class AdminRules() : SettingsRules<AdminSettings>(BotSettings.Path(AdminSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(AdminSettings settings) =>
    [
        .. Ids(nameof(settings.DiscordRoles), settings.DiscordRoles),
        .. Ids(nameof(settings.DiscordUsers), settings.DiscordUsers),
    ];
}

internal sealed class HttpRules() : SettingsRules<HttpSettings>(BotSettings.Path(HttpSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(HttpSettings settings) =>
        settings.Address.Length == 0 ? [] : Address(nameof(settings.Address), settings.Address, "http://127.0.0.1:8787");
}

internal sealed class TelemetryRules() : SettingsRules<TelemetrySettings>(BotSettings.Path(TelemetrySettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(TelemetrySettings settings) =>
    [
        .. settings.OtlpEndpoint.Length == 0 ? [] : Address(nameof(settings.OtlpEndpoint), settings.OtlpEndpoint, "http://127.0.0.1:4317"),
        .. OneOf(nameof(settings.OtlpProtocol), settings.OtlpProtocol, TelemetrySettings.Grpc, TelemetrySettings.HttpProtobuf),
        .. NotEmpty(nameof(settings.ServiceName), settings.ServiceName, "bot"),
    ];
}

internal sealed class DiscordRules() : SettingsRules<DiscordSettings>(BotSettings.Path(DiscordSettings.SectionName))
{
    private const int MostShards = 10_000;

    protected override IEnumerable<SettingError> Errors(DiscordSettings settings) =>
    [
        .. Token(settings.Token),
        .. Address(nameof(settings.ApiBaseAddress), settings.ApiBaseAddress, "https://discord.com/api/v10/"),
        .. OneOf(nameof(settings.AnswerIn), settings.AnswerIn, DiscordSettings.Thread, DiscordSettings.Reply, DiscordSettings.Channel),
        .. OneOf(nameof(settings.MessageContent), settings.MessageContent, DiscordSettings.Auto, DiscordSettings.On, DiscordSettings.Off),
        .. Ids(nameof(settings.CommandServers), settings.CommandServers),
        .. Range(nameof(settings.ShardCount), settings.ShardCount, 0, MostShards, "0"),
        .. ShardIds(settings),
        .. Range(nameof(settings.RequestsPerSecond), settings.RequestsPerSecond, 1, 100_000, "50"),
    ];

    // The value itself is never shown.
    private static IEnumerable<SettingError> Token(string token)
    {
        if (token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) || token.Any(character => character <= ' ' || character > '~'))
        {
            yield return new(
                $"{BotSettings.Path(DiscordSettings.SectionName)}:{nameof(DiscordSettings.Token)}",
                "is not a bot's token: paste it from the developer portal, page Bot, without \"Bot \" and without spaces.",
                Example: null);
        }
    }

    private static IEnumerable<SettingError> ShardIds(DiscordSettings settings)
    {
        var most = settings.ShardCount == 0 ? MostShards : settings.ShardCount;
        if (IdList.Of(settings.ShardIds).Any(id => !int.TryParse(id, out var number) || number < 0 || number >= most))
        {
            yield return new(
                $"{BotSettings.Path(DiscordSettings.SectionName)}:{nameof(settings.ShardIds)}",
                $"is \"{settings.ShardIds}\", but must be numbers from 0 to {most - 1}, separated by commas.", "0,1");
        }
    }
}
