namespace Bot.Slack.WebApi;

/// <summary>Answers commands and pressed buttons through their response URL.</summary>
public interface IResponses
{
    /// <exception cref="SlackApiException">The address is used up or too old, or Slack couldn't be reached.</exception>
    Task SendAsync(ResponseUrl url, ResponseMessage message, CancellationToken cancellationToken);
}
