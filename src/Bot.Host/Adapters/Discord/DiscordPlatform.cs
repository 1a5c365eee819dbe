using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;
using Bot.Discord.Rest;
using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Host.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

/// <summary>Says on Discord what the bot says.</summary>
internal sealed partial class DiscordPlatform(
    IMessageApi messages,
    IChannelApi channels,
    IInteractionApi interactions,
    DiscordThreads threads,
    DiscordTroubles troubles,
    DiscordConnection connection,
    IOptions<DiscordSettings> settings,
    TimeProvider clock,
    ILogger<DiscordPlatform> logger) : IChatPlatform
{
    public const string PlatformName = "discord";

    // A deleted question needs no answer; who deletes one does it soon.
    private const int DeletedRemembered = 10_000;

    // An answer that comes sooner is sign enough, and spares Discord a call.
    private static readonly TimeSpan TypingAfter = TimeSpan.FromMilliseconds(100);

    private readonly RecentIds _deleted = new(DeletedRemembered);

    public string Name => PlatformName;

    public PlatformState State => connection.State;

    // Discord shows it for 10 seconds.
    public TimeSpan SignLasts => TimeSpan.FromSeconds(8);

    /// <summary>Somebody deleted a message.</summary>
    public void Deleted(Snowflake message) => _deleted.Add(message);

    public async Task ShowWorkingAsync(IncomingMessage message, bool isPrivate, CancellationToken cancellationToken)
    {
        var address = DiscordAddress.Read(message.Address);
        if (address.Interaction is { } interaction)
        {
            await AcknowledgeAsync(interaction, isPrivate);
            // That stays until the reply.
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }
        await Task.Delay(TypingAfter, clock, cancellationToken);
        try
        {
            await channels.TriggerTypingAsync(address.Channel, cancellationToken);
        }
        catch (DiscordApiException ex) when (DiscordTroubles.IsForbidden(ex))
        {
            troubles.Tell(address.Channel, ex);
        }
    }

    public async Task ShowProgressAsync(IncomingMessage message, Reply soFar, CancellationToken cancellationToken)
    {
        if (DiscordAddress.Read(message.Address).Interaction is not { } interaction)
        {
            return;
        }
        try
        {
            await interactions.EditOriginalAsync(interaction.Application, interaction.Token, DiscordRenderer.Render(soFar).ToEdit(), cancellationToken);
        }
        catch (DiscordApiException ex)
        {
            // The reply itself is what counts.
            Log.NoProgress(logger, ex.Message);
        }
    }

    public async Task<Delivery> ReplyAsync(IncomingMessage message, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        var address = DiscordAddress.Read(message.Address);
        if (address.Message is { } question && _deleted.Contains(question))
        {
            return new Delivery.Impossible("the question was deleted");
        }
        try
        {
            return address.Interaction is { } interaction
                ? await AnswerAsync(address, interaction, reply, attempt, cancellationToken)
                : await PostAsync(address, reply, attempt, cancellationToken);
        }
        catch (DiscordApiException ex)
        {
            return troubles.Judge(ex, address.Channel);
        }
    }

    // Within three seconds or never; so whoever wants the reply sooner doesn't stop it.
    private async Task AcknowledgeAsync(DiscordInteractionAddress interaction, bool isPrivate)
    {
        try
        {
            await interactions.RespondAsync(
                interaction.Id, interaction.Token, new InteractionResponse.DeferredReply(Ephemeral: isPrivate), CancellationToken.None);
        }
        catch (DiscordApiException ex) when (ex.Code == DiscordErrorCode.InteractionAlreadyAcknowledged)
        {
            // By an earlier try, or an earlier process.
        }
    }

    private async Task<Delivery> AnswerAsync(
        DiscordAddress address, DiscordInteractionAddress interaction, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        try
        {
            await BareIfRefusedAsync(
                DiscordRenderer.Render(reply),
                layout => interactions.EditOriginalAsync(interaction.Application, interaction.Token, layout.ToEdit(), cancellationToken));
            return new Delivery.Done();
        }
        catch (DiscordApiException ex) when (DiscordTroubles.IsTokenGone(ex) && !interaction.IsClick)
        {
            // A plain message reaches the person still. What was for one pair of eyes isn't for all of them.
            var instead = reply.IsPrivate ? Reply.Plain(reply.Language, ConversationTexts.Of(reply.Language).TooLate) : reply;
            return await PostAsync(address, instead, attempt, cancellationToken);
        }
    }

    private async Task<Delivery> PostAsync(DiscordAddress address, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        var layout = DiscordRenderer.Render(reply);
        var thread = address.CanStartThread && !reply.IsPrivate ? await StartThreadAsync(address, cancellationToken) : null;
        var target = thread ?? address.Channel;
        if (attempt.MayBeThere && await IsThereAsync(target, address.Message, layout, attempt.Id, cancellationToken))
        {
            return new Delivery.Done();
        }
        // In a thread of its own it is plain what is answered.
        var isReply = thread is null && !settings.Value.AnswerIn.Equals(DiscordSettings.Channel, StringComparison.OrdinalIgnoreCase);
        var reference = isReply && address.Message is { } question ? MessageReference.To(question) : null;
        await BareIfRefusedAsync(layout, shown => messages.CreateAsync(target, shown.ToMessage(attempt.Id.Value, reference), cancellationToken));
        return new Delivery.Done();
    }

    // A link that Discord doesn't take for one shall not cost the answer.
    private async Task BareIfRefusedAsync(DiscordLayout layout, Func<DiscordLayout, Task> send)
    {
        try
        {
            await send(layout);
        }
        catch (DiscordApiException ex) when (ex.Code == DiscordErrorCode.InvalidFormBody && layout != layout.Bare)
        {
            Log.Bare(logger, ex.Message);
            await send(layout.Bare);
        }
    }

    // Null where the bot may not, or the channel has no threads: then the answer is a reply.
    private async Task<Snowflake?> StartThreadAsync(DiscordAddress address, CancellationToken cancellationToken)
    {
        try
        {
            var thread = await channels.StartThreadAsync(address.Channel, address.Message!.Value, new ThreadCreate(address.ThreadName!), cancellationToken);
            await threads.JoinAsync(thread.Id, cancellationToken);
            return thread.Id;
        }
        catch (DiscordApiException ex) when (!ex.IsTransient && ex.Code is not (DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownChannel))
        {
            troubles.Tell(address.Channel, ex);
            return null;
        }
    }

    // Discord knows a nonce for some minutes only; after that, the bot looks for its own words.
    private async Task<bool> IsThereAsync(
        Snowflake channel, Snowflake? after, DiscordLayout layout, AnswerId answer, CancellationToken cancellationToken)
    {
        var found = await messages.ListAfterAsync(channel, after, cancellationToken);
        return found.Any(message => connection.IsSelf(message.Author?.Id)
            && (layout.Components.IsEmpty
                ? message.Content == layout.Content
                : message.Components.SelectMany(row => row.Components ?? []).Any(button => DiscordCustomId.IsOf(button.CustomId, answer))));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Progress was not shown: {Reason}")]
        public static partial void NoProgress(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "Discord refused a reply as it was laid out, so its words went alone: {Reason}")]
        public static partial void Bare(ILogger logger, string reason);
    }
}
