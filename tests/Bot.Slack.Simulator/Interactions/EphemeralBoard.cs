using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Shows, replaces and takes away messages that one person sees. Runs under the core's gate.</summary>
internal sealed class EphemeralBoard(SimulatorCore core)
{
    private readonly Queue<SlackEphemeral> _all = new();

    public ImmutableArray<SlackEphemeral> All
    {
        get
        {
            lock (core.Gate)
            {
                return [.. _all];
            }
        }
    }

    public SlackEphemeral Show(SlackChannel channel, string userId, string? threadTs, string text, JsonArray? blocks)
    {
        var message = new SlackEphemeral(channel, core.Timestamps.Next(), userId, threadTs);
        _all.Enqueue(message);
        while (_all.Count > core.Options.HistoryLimit)
        {
            _all.Dequeue();
        }
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
