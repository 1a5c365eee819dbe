namespace Bot.Slack.WebApi.Methods;

/// <summary>Who the tokens belong to, and the way to a socket.</summary>
internal sealed class AuthMethods(SlackApi api, SlackClientOptions options) : IAuth, IConnectionAddresses
{
    private static readonly SlackMethod Test = new("auth.test", Repetition.Harmless, BodyFormat.Form);

    // Repeated by the owner of the socket, which has its own waits.
    private static readonly SlackMethod Open = new("apps.connections.open", Repetition.Harmful, BodyFormat.Form);

    public async Task<SlackIdentity> TestAsync(CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            Test, options.BotToken, new NoArguments(), SlackJson.Wire.NoArguments, SlackJson.Wire.AuthAnswer, channel: null, cancellationToken);
        var who = answer.Result;
        return who is { UserId: { } user, TeamId: { } team }
            ? new SlackIdentity(user, who.BotId ?? "", team, who.Team ?? "", Uri.TryCreate(who.Url, UriKind.Absolute, out var url) ? url : null, answer.Scopes)
            : throw new SlackApiException(Test.Name, SlackErrors.BadAnswer);
    }

    public async Task<Uri> NextAsync(CancellationToken cancellationToken)
    {
        var answer = await api.CallAsync(
            Open, options.AppToken, new NoArguments(), SlackJson.Wire.NoArguments, SlackJson.Wire.ConnectionAnswer, channel: null, cancellationToken);
        return Uri.TryCreate(answer.Result.Url, UriKind.Absolute, out var address) && address.Scheme is "ws" or "wss"
            ? address
            : throw new SlackApiException(Open.Name, SlackErrors.BadAnswer);
    }
}
