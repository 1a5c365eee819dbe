namespace Bot.Slack.WebApi;

/// <summary>Looks up members, and reacts to their messages. Each method throws <see cref="SlackApiException"/> where Slack refuses.</summary>
public interface IMembers
{
    Task<SlackUser> UserAsync(string userId, CancellationToken cancellationToken);

    /// <param name="name">Without colons. A reaction that stands there already is no error.</param>
    Task ReactAsync(PostedMessage message, string name, CancellationToken cancellationToken);
}
