using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Follow-ups to interactions, and edits of answers, by the interaction's token.</summary>
internal sealed class WebhookRoutes(World world, MessageBoard board, MessageBody bodies, InteractionDesk desk)
{
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.Ephemeral | MessageFlags.ComponentsV2;

    public IEnumerable<RestRoute> Routes =>
    [
        new("POST", "/webhooks/{webhook}/{token}", FollowUp, NeedsBot: false),
        new("GET", "/webhooks/{webhook}/{token}/messages/{message}", call => Ok(Message(call, Interaction(call))), NeedsBot: false),
        new("PATCH", "/webhooks/{webhook}/{token}/messages/{message}", Edit, NeedsBot: false),
        new("DELETE", "/webhooks/{webhook}/{token}/messages/{message}", Delete, NeedsBot: false),
    ];

    private RestResult FollowUp(RestCall call)
    {
        var interaction = Interaction(call);
        MessageRules.Check(call.Body, wasV2: false);
        MessageRules.CheckNotEmpty(call.Body);
        var original = interaction.OriginalMessageId is { } id ? world.Message(id) : null;
        return Ok(board.Post(bodies.Draft(call.Body, interaction.Channel, Settable) with
        {
            ReferenceId = original is { IsEphemeral: false, IsDeleted: false } ? original.Id : null,
            InteractionId = interaction.Id,
            InteractionUserId = interaction.User.Id,
        }));
    }

    private RestResult Edit(RestCall call)
    {
        var message = Message(call, Interaction(call));
        MessageRules.Check(call.Body, message.Flags.HasFlag(MessageFlags.ComponentsV2));
        return Ok(board.Edit(message.Id, before => bodies.Edited(before, call.Body)));
    }

    private RestResult Delete(RestCall call)
    {
        board.Delete(Message(call, Interaction(call)));
        return RestResult.NoContent;
    }

    private SimInteraction Interaction(RestCall call) => desk.ForFollowUp(call.Id("webhook"), call.Text("token"));

    /// <summary><c>@original</c>, or one of this interaction's own messages.</summary>
    private SimMessage Message(RestCall call, SimInteraction interaction)
    {
        var id = call.Text("message") == "@original" ? interaction.OriginalMessageId : call.Id("message");
        return id is { } known && world.Message(known) is { IsDeleted: false } message && (message.InteractionId == interaction.Id || message.Id == interaction.SourceMessageId)
            ? message
            : throw ApiException.UnknownMessage();
    }

    private RestResult Ok(SimMessage message) => RestResult.Ok(MessageJson.Message(world, message, Intents.MessageContent));
}
