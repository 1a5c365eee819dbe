using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi;

/// <summary>Modals and the home tab. Each method throws <see cref="SlackApiException"/> where Slack refuses.</summary>
public interface IViews
{
    /// <summary>Opens a modal, within three seconds of what the person did.</summary>
    Task<OpenedView> OpenAsync(string triggerId, View view, CancellationToken cancellationToken);

    /// <param name="view">Takes the opened one's place, unless someone changed that since.</param>
    Task UpdateAsync(OpenedView opened, View view, CancellationToken cancellationToken);

    /// <summary>Sets the home tab of one person.</summary>
    Task PublishAsync(string userId, View view, CancellationToken cancellationToken);
}
