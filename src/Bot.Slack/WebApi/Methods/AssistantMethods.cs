namespace Bot.Slack.WebApi.Methods;

/// <summary>What Slack shows around a conversation with an agent.</summary>
internal sealed class AssistantMethods(MethodCaller caller) : IAssistant
{
    private static readonly SlackMethod Status = new("assistant.threads.setStatus", Repetition.Harmless);
    private static readonly SlackMethod Title = new("assistant.threads.setTitle", Repetition.Harmless);
    private static readonly SlackMethod Prompts = new("assistant.threads.setSuggestedPrompts", Repetition.Harmless);

    public Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) =>
        caller.DoAsync(
            Status, new StatusArguments(channel, threadTs, status, LoadingMessages: null), SlackJson.Wire.StatusArguments, channel: null, cancellationToken);

    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken) =>
        caller.DoAsync(Title, new TitleArguments(channel, threadTs, title), SlackJson.Wire.TitleArguments, channel: null, cancellationToken);

    public Task SetSuggestedPromptsAsync(
        string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) =>
        caller.DoAsync(
            Prompts, new PromptsArguments(channel, threadTs, title, prompts), SlackJson.Wire.PromptsArguments, channel: null, cancellationToken);
}
