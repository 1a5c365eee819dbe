using Bot.Discord.Interactions;
using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Discord;

/// <summary>Turns a command or a click into a message for the bot.</summary>
internal static class DiscordInteractionReader
{
    /// <summary>Null for what the bot doesn't know.</summary>
    /// <param name="interaction">As it came.</param>
    /// <param name="isThread">Whether it was made in a thread.</param>
    /// <param name="isAdmin">Whether the person may give admins' commands.</param>
    /// <param name="now">By the bot's clock.</param>
    public static IncomingMessage? Read(Interaction interaction, bool isThread, bool isAdmin, DateTimeOffset now)
    {
        if (RequestOf(interaction) is not { } request || interaction.Invoker is not { } person || interaction.ChannelId is not { } channel)
        {
            return null;
        }
        return new IncomingMessage
        {
            Event = new EventKey(DiscordPlatform.PlatformName, interaction.Id.ToString()),
            Conversation = new ConversationKey(
                DiscordPlatform.PlatformName,
                interaction.GuildId is null || isThread ? channel.ToString() : $"{channel}/{person.Id}"),
            Author = person.Id.ToString(),
            Request = request,
            IsAdmin = isAdmin,
            Language = DiscordLocale.ToLanguage(interaction.Locale),
            IsAwaited = true,
            Address = new DiscordAddress
            {
                Channel = channel,
                Interaction = new(interaction.ApplicationId, interaction.Id, interaction.Token, IsClick: interaction.Type == InteractionType.Component),
            }.Write(),
            ReceivedAt = now,
        };
    }

    private static Request? RequestOf(Interaction interaction) => (interaction.Type, interaction.Data) switch
    {
        (InteractionType.Command, { Name: DiscordCommands.Ask } data) => new Request.Ask(data.Option(DiscordCommands.Question)?.Text ?? ""),
        (InteractionType.Command, { Name: DiscordCommands.Clause } data) => new Request.Clause(data.Option(DiscordCommands.Reference)?.Text ?? ""),
        (InteractionType.Command, { Name: DiscordCommands.Sources }) => new Request.Sources(),
        (InteractionType.Command, { Name: DiscordCommands.Help }) => new Request.Help(),
        (InteractionType.Command, { Name: DiscordCommands.Reload }) => new Request.Reload(),
        (InteractionType.Command, { Name: DiscordCommands.Status }) => new Request.Status(),
        (InteractionType.Component, { CustomId: { } customId }) => DiscordCustomId.Read(customId),
        _ => null,
    };
}
