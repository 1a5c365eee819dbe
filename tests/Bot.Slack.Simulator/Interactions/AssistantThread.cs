using System.Collections.Immutable;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>What the app set on a thread, or on the Messages tab where <paramref name="ThreadTs"/> is empty.</summary>
public sealed record AssistantThread(SlackChannel Channel, string ThreadTs)
{
    /// <summary>What is shown now; empty when nothing is.</summary>
    public string Status { get; init; } = "";

    /// <summary>All that was shown, the first first, the clearing ones too.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    public string? Title { get; init; }

    public ImmutableArray<SuggestedPrompt> Prompts { get; init; } = [];

    internal DateTimeOffset StatusSince { get; init; }
}
