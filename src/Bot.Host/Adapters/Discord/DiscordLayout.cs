using System.Collections.Immutable;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;

namespace Bot.Host.Adapters.Discord;

/// <summary>A reply as one Discord message: within all of Discord's limits, everything escaped.</summary>
internal sealed record DiscordLayout(string Content, ImmutableArray<Embed> Embeds, ImmutableArray<Component> Components, FileUpload? File)
{
    /// <summary>The words alone, for when Discord takes offence at something around them.</summary>
    public DiscordLayout Bare => new(Content, [], [], File: null);

    private IReadOnlyList<FileUpload> Files => File is null ? [] : [File];

    public MessageCreate ToMessage(string nonce, MessageReference? reference) => new()
    {
        Content = Content,
        Embeds = Embeds,
        Components = Components,
        MessageReference = reference,
        Nonce = nonce,
        Files = Files,
    };

    public MessageEdit ToEdit() => new() { Content = Content, Embeds = Embeds, Components = Components, Files = Files };
}
