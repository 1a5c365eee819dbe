namespace Bot.Slack.WebApi;

/// <summary>Gives addresses of sockets. Each is good for one connection, for a short time, and is a secret.</summary>
internal interface IConnectionAddresses
{
    /// <exception cref="SlackApiException">Slack refused, or couldn't be reached.</exception>
    Task<Uri> NextAsync(CancellationToken cancellationToken);
}
