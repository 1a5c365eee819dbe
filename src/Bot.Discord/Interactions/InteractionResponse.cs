using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>The first answer to an interaction.</summary>
public abstract record InteractionResponse
{
    private InteractionResponse()
    {
    }

    /// <summary>A message at once. Its files and nonce aren't sent.</summary>
    public sealed record Reply(MessageCreate Message) : InteractionResponse;

    /// <summary>"Thinking…", replaced by <see cref="IInteractionApi.EditOriginalAsync"/>. Whether it is private is settled here.</summary>
    public sealed record DeferredReply(bool Ephemeral) : InteractionResponse;

    /// <summary>To a component: nothing changes yet.</summary>
    public sealed record DeferredUpdate : InteractionResponse;

    /// <summary>To a component: changes the message it sits on.</summary>
    public sealed record UpdateMessage(MessageEdit Edit) : InteractionResponse;

    /// <summary>At most 25 choices; more are cut off.</summary>
    public sealed record Autocomplete(IReadOnlyList<CommandChoice> Choices) : InteractionResponse;

    /// <summary>Opens a form: title at most 45 characters, 1 to 5 components. Not an answer to a modal.</summary>
    public sealed record Modal(string CustomId, string Title, IReadOnlyList<Component> Components) : InteractionResponse;
}
