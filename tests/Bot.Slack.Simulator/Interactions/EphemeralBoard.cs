using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Shows, replaces and takes away messages that one person sees. Runs under the core's gate.</summary>
internal sealed class EphemeralBoard(SimulatorCore core)
{
    public ImmutableArray<SlackEphemeral> All { get; private set; } = [];

    public SlackEphemeral Show(SlackChannel channel, string userId, string? threadTs, string text, JsonArray? blocks)
    {
        var message = new SlackEphemeral(channel, core.Timestamps.Next(), userId, threadTs);
        All = All.Length >= core.Options.HistoryLimit ? [message] : All.Add(message);
        Revise(message, text, blocks);
        return message;
    }

    public void Revise(SlackEphemeral message, string text, JsonArray? blocks)
    {
        (message.Text, message.Blocks) = (text, blocks);
        message.Revisions = message.Revisions.Add(new(core.Clock.GetUtcNow(), text, blocks));
        core.Changes.Publish(new SlackChange.EphemeralShown(message));
    }

    public void Delete(SlackEphemeral message)
    {
        message.IsDeleted = true;
        core.Changes.Publish(new SlackChange.EphemeralShown(message));
    }
}
