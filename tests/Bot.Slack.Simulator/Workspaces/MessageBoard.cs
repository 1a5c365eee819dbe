using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;
using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>Posts, edits and deletes messages, and tells the app and the watchers. Runs under the core's gate.</summary>
internal sealed class MessageBoard(SimulatorCore core)
{
    public (SlackMessage Message, IReadOnlyList<Delivery> Deliveries) Post(SlackChannel channel, MessageDraft draft)
    {
        var message = new SlackMessage(channel, core.Timestamps.Next(), draft.ThreadTs, draft.AuthorId)
        {
            BotId = draft.BotId,
            Text = draft.Text,
            Blocks = BlockIds.Fill(draft.Blocks, core.Ids),
            Metadata = draft.Metadata,
            Files = draft.Files,
            Subtype = draft.Subtype,
            Unfurls = draft.Unfurls,
            Stream = draft.Stream,
            IsStoppable = draft.IsStoppable,
        };
        message.Revisions = [new(core.Clock.GetUtcNow(), message.Text, message.Blocks)];
        channel.Add(message);
        if (message.BotId == channel.Workspace.BotId)
        {
            core.Assistants.ClearStatus(channel, message.RootTs);
        }
        core.Changes.Publish(new SlackChange.Posted(message));
        return (message, core.Events.MessagePosted(message));
    }

    public IReadOnlyList<Delivery> Edit(SlackMessage message, string text, JsonArray? blocks)
    {
        var before = MessageJson.Of(message);
        message.EditedTs = core.Timestamps.Next();
        Revise(message, text, blocks);
        return core.Events.MessageChanged(message, before);
    }

    /// <summary>Changes what a message says without marking it as edited, as streams do.</summary>
    public void Revise(SlackMessage message, string text, JsonArray? blocks)
    {
        (message.Text, message.Blocks) = (text, BlockIds.Fill(blocks, core.Ids));
        message.Revisions = message.Revisions.Add(new(core.Clock.GetUtcNow(), text, blocks));
        core.Changes.Publish(new SlackChange.Edited(message));
    }

    public IReadOnlyList<Delivery> Delete(SlackMessage message)
    {
        message.IsDeleted = true;
        core.Changes.Publish(new SlackChange.Deleted(message));
        return core.Events.MessageDeleted(message);
    }

    /// <summary>Adds a reaction and tells the app of it.</summary>
    public Delivery? React(SlackMessage message, SlackReaction reaction)
    {
        message.Reactions = message.Reactions.Add(reaction);
        core.Changes.Publish(new SlackChange.Reacted(message, reaction));
        return core.Events.PublishIfSubscribed(message.Channel.Workspace, new()
        {
            ["type"] = "reaction_added",
            ["user"] = reaction.UserId,
            ["reaction"] = reaction.Name,
            ["item_user"] = message.AuthorId,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel.Id, ["ts"] = message.Ts },
        }, message.Channel);
    }
}
