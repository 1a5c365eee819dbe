using System.Text.Json.Serialization.Metadata;

namespace Bot.Slack.WebApi.Methods;

/// <summary>Calls methods with the bot token.</summary>
internal sealed class MethodCaller(SlackApi api, SlackClientOptions options)
{
    public async Task<TAnswer> CallAsync<TArguments, TAnswer>(
        SlackMethod method, TArguments arguments, JsonTypeInfo<TArguments> argumentsType, JsonTypeInfo<TAnswer> answerType,
        string? channel, CancellationToken cancellationToken) =>
        (await api.CallAsync(method, options.BotToken, arguments, argumentsType, answerType, channel, cancellationToken)).Result;

    public async Task DoAsync<TArguments>(
        SlackMethod method, TArguments arguments, JsonTypeInfo<TArguments> argumentsType, string? channel, CancellationToken cancellationToken) =>
        await CallAsync(method, arguments, argumentsType, SlackJson.Wire.NoAnswer, channel, cancellationToken);
}
