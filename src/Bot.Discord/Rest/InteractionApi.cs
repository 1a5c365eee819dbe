using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Json;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

internal sealed class InteractionApi(DiscordRestClient client, DiscordClientOptions options, TimeProvider clock) : IInteractionApi
{
    private static readonly TimeSpan CallbackPause = TimeSpan.FromSeconds(0.1);

    public async Task RespondAsync(Snowflake interactionId, InteractionToken token, InteractionResponse response, CancellationToken cancellationToken)
    {
        var request = new RestRequest(RestRoutes.Callback(interactionId, token))
        {
            Json = JsonSerializer.SerializeToUtf8Bytes(CallbackPayload.From(response), DiscordJson.Default.CallbackPayload),
            // A connection that died unnoticed must not use up all the time there is.
            Timeout = options.CallbackTimeout / 2,
            FirstPause = CallbackPause,
            DoneBeforeCode = DiscordErrorCode.InteractionAlreadyAcknowledged,
        };
        using var deadline = new CancellationTokenSource(options.CallbackTimeout, clock);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await client.SendAsync(request, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RestErrors.TooLate(request.Route);
        }
    }

    public Task<Message> GetOriginalAsync(Snowflake applicationId, InteractionToken token, CancellationToken cancellationToken) =>
        client.SendAsync(new(RestRoutes.Original(HttpMethod.Get, applicationId, token)), DiscordJson.Default.Message, cancellationToken);

    public Task<Message> EditOriginalAsync(Snowflake applicationId, InteractionToken token, MessageEdit edit, CancellationToken cancellationToken) =>
        EditAsync(RestRoutes.Original(HttpMethod.Patch, applicationId, token), edit, cancellationToken);

    public Task DeleteOriginalAsync(Snowflake applicationId, InteractionToken token, CancellationToken cancellationToken) =>
        DeleteAsync(RestRoutes.Original(HttpMethod.Delete, applicationId, token), cancellationToken);

    public Task<Message> CreateFollowUpAsync(Snowflake applicationId, InteractionToken token, MessageCreate message, CancellationToken cancellationToken) => client.SendAsync(
        new(RestRoutes.FollowUps(applicationId, token), RetryRule.OnlyIfUnsent) { Json = Write(MessagePayload.From(message)), Files = message.Files },
        DiscordJson.Default.Message,
        cancellationToken);

    public Task<Message> EditFollowUpAsync(
        Snowflake applicationId, InteractionToken token, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken) =>
        EditAsync(RestRoutes.FollowUp(HttpMethod.Patch, applicationId, token, messageId), edit, cancellationToken);

    public Task DeleteFollowUpAsync(Snowflake applicationId, InteractionToken token, Snowflake messageId, CancellationToken cancellationToken) =>
        DeleteAsync(RestRoutes.FollowUp(HttpMethod.Delete, applicationId, token, messageId), cancellationToken);

    private Task<Message> EditAsync(RestRoute route, MessageEdit edit, CancellationToken cancellationToken) =>
        client.SendAsync(new(route) { Json = Write(MessagePayload.From(edit)), Files = edit.Files }, DiscordJson.Default.Message, cancellationToken);

    private Task<byte[]> DeleteAsync(RestRoute route, CancellationToken cancellationToken) =>
        client.SendAsync(new(route) { DoneBeforeCode = DiscordErrorCode.UnknownMessage }, cancellationToken);

    private static byte[] Write(MessagePayload payload) => JsonSerializer.SerializeToUtf8Bytes(payload, DiscordJson.Default.MessagePayload);
}
