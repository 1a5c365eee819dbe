using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Discord.Rest;

/// <summary>A message as it is sent: to a channel, as an edit, as a follow-up or in a callback.</summary>
internal sealed record MessagePayload
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }
    public AllowedMentions? AllowedMentions { get; init; }
    public MessageReference? MessageReference { get; init; }
    public MessageFlags? Flags { get; init; }
    public string? Nonce { get; init; }
    public bool? EnforceNonce { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public static MessagePayload From(MessageCreate message) => new()
    {
        Content = message.Content,
        Embeds = message.Embeds,
        Components = message.Components,
        AllowedMentions = message.AllowedMentions,
        MessageReference = message.MessageReference,
        Flags = message.Flags == MessageFlags.None ? null : message.Flags,
        Attachments = Describe(message.Files),
    };

    public static MessagePayload From(MessageEdit edit) => new()
    {
        Content = edit.Content,
        Embeds = edit.Embeds,
        Components = edit.Components,
        AllowedMentions = edit.AllowedMentions,
        Flags = edit.Flags,
        Attachments = Describe(edit.Files),
    };

    private static IReadOnlyList<Attachment>? Describe(IReadOnlyList<FileUpload> files) => files.Count == 0
        ? null
        : [.. files.Select((file, index) => new Attachment { Id = new((ulong)index), Filename = file.Name, Description = file.Description })];
}
