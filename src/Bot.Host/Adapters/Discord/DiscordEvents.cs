using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;
using Bot.Host.Conversations;
using Bot.Host.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

/// <summary>Takes Discord's events and hands over what is meant for the bot; returns once that is written down.</summary>
internal sealed partial class DiscordEvents(
    ConversationHandler conversations,
    DiscordPlatform platform,
    DiscordConnection connection,
    DiscordThreads threads,
    DiscordAdmins admins,
    DiscordAutocomplete autocomplete,
    IInteractionApi interactions,
    RunningWork work,
    IOptions<DiscordSettings> settings,
    TimeProvider clock,
    ILogger<DiscordEvents> logger) : IGatewayHandler
{
    // Threads in which it was said that the words are kept back; once is enough.
    private readonly RecentIds _unreadable = new(1000);

    public async ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken)
    {
        switch (gatewayEvent)
        {
            case GatewayEvent.Ready ready:
                connection.Is(ready.User.Id);
                break;
            case GatewayEvent.GuildAvailable { Guild: var guild }:
                See(guild.Threads);
                break;
            case GatewayEvent.ThreadCreated created:
                See([created.Thread]);
                break;
            case GatewayEvent.ThreadDeleted deleted:
                threads.Forget(deleted.Thread.Id);
                break;
            case GatewayEvent.MessageCreated { Message: var message }:
                await TakeAsync(message, cancellationToken);
                break;
            case GatewayEvent.MessageDeleted deleted:
                platform.Deleted(deleted.Id);
                break;
            case GatewayEvent.InteractionCreated { Interaction: { Type: InteractionType.Autocomplete } interaction }:
                work.Start(() => CompleteAsync(interaction));
                break;
            case GatewayEvent.InteractionCreated { Interaction: var interaction }:
                await TakeAsync(interaction, cancellationToken);
                break;
        }
    }

    private void See(IEnumerable<Channel> seen)
    {
        foreach (var thread in seen)
        {
            if (connection.Self is { } self)
            {
                threads.Saw(thread, self);
            }
        }
    }

    private async Task TakeAsync(Message message, CancellationToken cancellationToken)
    {
        if (!message.IsFromPerson || connection.Self is not { } self)
        {
            return;
        }
        var thread = message.GuildId is null ? DiscordThread.None : await threads.FindAsync(message.ChannelId, cancellationToken);
        var isAdmin = admins.Include(message.Author!, message.Member);
        var incoming = new DiscordMessageReader(self, settings.Value.AnswerIn).Read(message, thread, isAdmin, clock.GetUtcNow());
        if (incoming is null || (incoming.Request is Request.Unreadable && !_unreadable.Add(message.ChannelId)))
        {
            return;
        }
        await HandOverAsync(incoming, cancellationToken);
    }

    private async Task TakeAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var isAdmin = interaction.Invoker is { } person && admins.Include(person, interaction.Member);
        if (DiscordInteractionReader.Read(interaction, interaction.Channel?.IsThread == true, isAdmin, clock.GetUtcNow()) is { } incoming)
        {
            await HandOverAsync(incoming, cancellationToken);
        }
        else
        {
            Log.Unknown(logger, interaction.Type);
        }
    }

    private async Task HandOverAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (conversations.IsOverloaded)
        {
            // The client offers it again later, and asks Discord to hold back meanwhile.
            throw new InvalidOperationException("Too many messages are being worked on.");
        }
        await conversations.ReceiveAsync(message, cancellationToken);
    }

    private async Task CompleteAsync(Interaction interaction)
    {
        try
        {
            var choices = autocomplete.For(interaction.Data?.Focused?.Text ?? "");
            await interactions.RespondAsync(interaction.Id, interaction.Token, new InteractionResponse.Autocomplete(choices), CancellationToken.None);
        }
        catch (DiscordApiException ex)
        {
            // Who types on asks again.
            Log.NotCompleted(logger, ex.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "An interaction of kind {Type} is none of the bot's")]
        public static partial void Unknown(ILogger logger, InteractionType type);

        [LoggerMessage(LogLevel.Debug, "A clause was not completed: {Reason}")]
        public static partial void NotCompleted(ILogger logger, string reason);
    }
}
