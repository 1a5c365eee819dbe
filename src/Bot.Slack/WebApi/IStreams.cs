namespace Bot.Slack.WebApi;

/// <summary>Messages that grow while people read them.</summary>
public interface IStreams
{
    /// <summary>Starts one in a thread. It must be stopped whatever happens, or it stays "in progress".</summary>
    /// <param name="recipient">Who it is for; needed in channels, null in direct messages.</param>
    /// <exception cref="SlackApiException">Slack refused, for example because streams aren't to be had there.</exception>
    Task<IGrowingMessage> StartAsync(string channel, string threadTs, StreamRecipient? recipient, CancellationToken cancellationToken);
}

public sealed record StreamRecipient(string UserId, string TeamId);
