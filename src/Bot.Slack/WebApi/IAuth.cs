namespace Bot.Slack.WebApi;

/// <summary>Who the bot is.</summary>
public interface IAuth
{
    /// <exception cref="SlackApiException">The token is no good, or Slack couldn't be reached.</exception>
    Task<SlackIdentity> TestAsync(CancellationToken cancellationToken);
}
