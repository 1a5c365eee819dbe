using System.Collections.Immutable;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Statuses, titles and prompts. Runs under the core's gate.</summary>
internal sealed class AssistantBoard(SimulatorCore core)
{
    private static readonly TimeSpan StatusLifetime = TimeSpan.FromMinutes(2);

    private readonly Dictionary<(string, string), AssistantThread> _threads = [];

    /// <summary>The thread with the status it shows now.</summary>
    public AssistantThread Find(SlackChannel channel, string threadTs)
    {
        var thread = _threads.GetValueOrDefault((channel.Id, threadTs)) ?? new(channel, threadTs);
        return core.Clock.GetUtcNow() - thread.StatusSince > StatusLifetime ? thread with { Status = "" } : thread;
    }

    public void SetStatus(SlackChannel channel, string threadTs, string status)
    {
        var thread = Find(channel, threadTs);
        Set(thread with { Status = status, Statuses = thread.Statuses.Add(status), StatusSince = core.Clock.GetUtcNow() });
    }

    /// <summary>A message of the bot ends the status, as it does in Slack.</summary>
    public void ClearStatus(SlackChannel channel, string threadTs)
    {
        if (_threads.TryGetValue((channel.Id, threadTs), out var thread) && thread.Status.Length > 0)
        {
            Set(thread with { Status = "" });
        }
    }

    public void SetTitle(SlackChannel channel, string threadTs, string title) => Set(Find(channel, threadTs) with { Title = title });

    public void SetPrompts(SlackChannel channel, string threadTs, ImmutableArray<SuggestedPrompt> prompts) =>
        Set(Find(channel, threadTs) with { Prompts = prompts });

    private void Set(AssistantThread thread)
    {
        _threads[(thread.Channel.Id, thread.ThreadTs)] = thread;
        core.Changes.Publish(new SlackChange.AssistantThreadSet(thread));
    }
}
