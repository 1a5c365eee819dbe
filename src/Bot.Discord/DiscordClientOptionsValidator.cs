using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Says, for each setting that can't work, what to set instead; all at once.</summary>
internal sealed class DiscordClientOptionsValidator : IValidateOptions<DiscordClientOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordClientOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(DiscordClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token) || options.Token.Any(character => character is <= ' ' or > '~'))
        {
            yield return "Discord: Token must be the bot's token, one word without 'Bot ' before it; copy it from the Bot page of the developer portal.";
        }
        if (!options.ApiBaseAddress.IsAbsoluteUri || options.ApiBaseAddress.Scheme is not ("http" or "https"))
        {
            yield return "Discord: ApiBaseAddress must be an http or https address, such as https://discord.com/api/v10/.";
        }
        if (options.ShardCount is < 1)
        {
            yield return "Discord: ShardCount must be at least 1; leave it out to use as many as Discord recommends.";
        }
        if (options.ShardIds.Any(id => id < 0 || id >= (options.ShardCount ?? int.MaxValue)) || options.ShardIds.Distinct().Count() != options.ShardIds.Count)
        {
            yield return "Discord: ShardIds must be different numbers from 0 to ShardCount - 1.";
        }
        if (options.ShardIds.Count > 0 && options.ShardCount is null)
        {
            yield return "Discord: ShardIds need a ShardCount, the same for all processes.";
        }
        if (options.CallbackTimeout > TimeSpan.FromSeconds(3))
        {
            yield return "Discord: CallbackTimeout must be at most 3 seconds; Discord takes no later answer.";
        }
        foreach (var (setting, value) in Durations(options).Where(duration => duration.Value <= TimeSpan.Zero))
        {
            yield return $"Discord: {setting} must be longer than zero, but is {value}.";
        }
        foreach (var (setting, value) in Counts(options).Where(count => count.Value < 1))
        {
            yield return $"Discord: {setting} must be at least 1, but is {value}.";
        }
    }

    private static IEnumerable<(string Setting, TimeSpan Value)> Durations(DiscordClientOptions options) =>
    [
        (nameof(options.ConnectTimeout), options.ConnectTimeout),
        (nameof(options.ReadyTimeout), options.ReadyTimeout),
        (nameof(options.ReconnectDelay), options.ReconnectDelay),
        (nameof(options.MaxReconnectDelay), options.MaxReconnectDelay),
        (nameof(options.HealthyAfter), options.HealthyAfter),
        (nameof(options.SaveInterval), options.SaveInterval),
        (nameof(options.DrainTimeout), options.DrainTimeout),
        (nameof(options.RequestTimeout), options.RequestTimeout),
        (nameof(options.CallbackTimeout), options.CallbackTimeout),
        (nameof(options.MaxRateLimitWait), options.MaxRateLimitWait),
    ];

    private static IEnumerable<(string Setting, int Value)> Counts(DiscordClientOptions options) =>
    [
        (nameof(options.QueueCapacity), options.QueueCapacity),
        (nameof(options.HandlerAttempts), options.HandlerAttempts),
        (nameof(options.MaxPayloadBytes), options.MaxPayloadBytes),
        (nameof(options.RequestsPerSecond), options.RequestsPerSecond),
        (nameof(options.InvalidRequestLimit), options.InvalidRequestLimit),
    ];
}
