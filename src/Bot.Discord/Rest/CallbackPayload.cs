using Bot.Discord.Interactions;

namespace Bot.Discord.Rest;

/// <summary>The first answer to an interaction, as it is sent. <c>Data</c> is one of the three records below, or nothing.</summary>
internal sealed record CallbackPayload(int Type, object? Data)
{
    private const int MaxChoices = 25;

    public static CallbackPayload From(InteractionResponse response) => response switch
    {
        InteractionResponse.Reply reply => new(4, MessagePayload.From(reply.Message with { Files = [] })),
        InteractionResponse.DeferredReply deferred => new(5, deferred.Ephemeral ? new MessagePayload { Flags = Resources.MessageFlags.Ephemeral } : null),
        InteractionResponse.DeferredUpdate => new(6, null),
        InteractionResponse.UpdateMessage update => new(7, MessagePayload.From(update.Edit with { Files = [] })),
        InteractionResponse.Autocomplete autocomplete => new(8, new ChoicesPayload([.. autocomplete.Choices.Take(MaxChoices)])),
        InteractionResponse.Modal modal => new(9, new ModalPayload(modal.CustomId, modal.Title, modal.Components)),
        _ => throw new ArgumentException("Not a response of this client.", nameof(response)),
    };
}

internal sealed record ChoicesPayload(IReadOnlyList<CommandChoice> Choices);

internal sealed record ModalPayload(string CustomId, string Title, IReadOnlyList<Component> Components);
