using Bot.Slack.Blocks;

namespace Bot.Slack.WebApi.Methods;

/// <summary>Modals and the home tab.</summary>
internal sealed class ViewMethods(MethodCaller caller) : IViews
{
    // A trigger is good for one use.
    private static readonly SlackMethod Open = new("views.open", Repetition.Harmful);
    private static readonly SlackMethod Update = new("views.update", Repetition.Harmless);
    private static readonly SlackMethod Publish = new("views.publish", Repetition.Harmless);

    public async Task<OpenedView> OpenAsync(string triggerId, View view, CancellationToken cancellationToken)
    {
        var answer = await caller.CallAsync(
            Open, new OpenViewArguments(triggerId, view), SlackJson.Wire.OpenViewArguments, SlackJson.Wire.ViewAnswer, channel: null, cancellationToken);
        return answer.View ?? throw new SlackApiException(Open.Name, SlackErrors.BadAnswer);
    }

    public Task UpdateAsync(OpenedView opened, View view, CancellationToken cancellationToken) =>
        caller.DoAsync(Update, new UpdateViewArguments(opened.Id, opened.Hash, view), SlackJson.Wire.UpdateViewArguments, channel: null, cancellationToken);

    public Task PublishAsync(string userId, View view, CancellationToken cancellationToken) =>
        caller.DoAsync(Publish, new PublishViewArguments(userId, view), SlackJson.Wire.PublishViewArguments, channel: null, cancellationToken);
}
