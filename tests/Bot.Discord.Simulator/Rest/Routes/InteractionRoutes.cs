using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>The callback that answers an interaction.</summary>
internal sealed class InteractionRoutes(World world, MessageBoard board, MessageBody bodies, InteractionDesk desk)
{
    private const int MostChoices = 25;
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.Ephemeral | MessageFlags.ComponentsV2;

    public IEnumerable<RestRoute> Routes => [new("POST", "/interactions/{interaction}/{token}/callback", Callback, NeedsBot: false)];

    private RestResult Callback(RestCall call)
    {
        var interaction = desk.ForCallback(call.Id("interaction"), call.Text("token"));
        var type = ReadType(call.Json, interaction);
        var body = call.Body with { Json = call.Json.Get("data") ?? Json.EmptyObject };
        Apply(interaction, type, body);
        interaction.Answer(new(type, body.Json.Clone(), world.Now, desk.Age(interaction)));
        return call.Flag("with_response") ? RestResult.Ok(Describe(interaction, type)) : RestResult.NoContent;
    }

    private static CallbackType ReadType(JsonElement json, SimInteraction interaction)
    {
        var type = (CallbackType?)json.GetInt("type");
        var fits = (interaction.Type, type) switch
        {
            (InteractionType.Autocomplete, CallbackType.Autocomplete) => true,
            (InteractionType.Autocomplete, _) or (_, CallbackType.Autocomplete) => false,
            (_, CallbackType.Message or CallbackType.DeferredMessage) => true,
            (_, CallbackType.DeferredUpdate or CallbackType.UpdateMessage) => interaction.SourceMessageId is not null,
            (_, CallbackType.Modal) => interaction.Type != InteractionType.ModalSubmit,
            _ => false,
        };
        if (!fits)
        {
            var errors = new FormErrors();
            errors.Choice("type", $"those that answer {interaction.Type}");
            throw errors.ToException();
        }
        return type!.Value;
    }

    private void Apply(SimInteraction interaction, CallbackType type, RestBody body)
    {
        switch (type)
        {
            case CallbackType.Message:
                MessageRules.Check(body, wasV2: false);
                MessageRules.CheckNotEmpty(body);
                PostOriginal(interaction, bodies.Draft(body, interaction.Channel, Settable));
                break;
            case CallbackType.DeferredMessage:
                var visibility = MessageRules.FlagsOf(body.Json) & MessageFlags.Ephemeral;
                PostOriginal(interaction, new(world.Bot.Id, interaction.Channel, "") { Flags = visibility | MessageFlags.Loading });
                break;
            case CallbackType.DeferredUpdate:
                interaction.OriginalMessageId = interaction.SourceMessageId;
                break;
            case CallbackType.UpdateMessage:
                var source = world.Message(interaction.SourceMessageId!.Value) is { IsDeleted: false } message ? message : throw ApiException.UnknownMessage();
                MessageRules.Check(body, source.Flags.HasFlag(MessageFlags.ComponentsV2));
                board.Edit(source.Id, before => bodies.Edited(before, body));
                interaction.OriginalMessageId = source.Id;
                break;
            case CallbackType.Autocomplete:
                CheckChoices(body.Json, interaction);
                break;
            case CallbackType.Modal:
                var errors = new FormErrors();
                ModalRules.Check(body.Json, errors);
                errors.ThrowIfAny();
                break;
        }
    }

    private void PostOriginal(SimInteraction interaction, MessageDraft draft) => interaction.OriginalMessageId = board.Post(draft with
    {
        Type = interaction.Type == InteractionType.Command ? MessageType.ChatInputCommand : MessageType.Default,
        InteractionId = interaction.Id,
        InteractionUserId = interaction.User.Id,
    }).Id;

    private static void CheckChoices(JsonElement data, SimInteraction interaction)
    {
        var errors = new FormErrors();
        var choices = data.Items("choices").ToArray();
        if (data.Get("choices") is not { ValueKind: JsonValueKind.Array })
        {
            errors.Required("data.choices");
        }
        errors.Length(choices.Length, "data.choices", 0, MostChoices);
        ChoiceRules.Check(choices, interaction.FocusedOption, "data.choices", errors);
        errors.ThrowIfAny();
    }

    private JsonObject Describe(SimInteraction interaction, CallbackType type)
    {
        var message = interaction.OriginalMessageId is { } id ? world.Message(id) : null;
        var described = new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = Json.Id(interaction.Id),
                ["type"] = (int)interaction.Type,
                ["response_message_id"] = Json.Id(message?.Id),
                ["response_message_loading"] = message?.IsLoading ?? false,
                ["response_message_ephemeral"] = message?.IsEphemeral ?? false,
                ["channel_id"] = Json.Id(interaction.Channel.Id),
            },
        };
        if (message is not null)
        {
            described["resource"] = new JsonObject { ["type"] = (int)type, ["message"] = MessageJson.Message(world, message, Intents.MessageContent) };
        }
        return described;
    }
}
