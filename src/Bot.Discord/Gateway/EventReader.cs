using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Interactions;
using Bot.Discord.Json;
using Bot.Discord.Resources;

namespace Bot.Discord.Gateway;

/// <summary>Makes events of dispatches.</summary>
internal static class EventReader
{
    /// <summary>
    /// Null for an event nobody needs, and for READY, which <see cref="EventIntake"/> reads; <see cref="JsonException"/> for data that doesn't
    /// fit its event.
    /// </summary>
    public static GatewayEvent? Read(GatewayFrame frame) => frame.Name switch
    {
        "RESUMED" => new GatewayEvent.Resumed(),
        "MESSAGE_CREATE" => new GatewayEvent.MessageCreated(Message(frame)),
        "MESSAGE_UPDATE" => new GatewayEvent.MessageUpdated(Message(frame)),
        "MESSAGE_DELETE" => MessageDeleted(frame),
        "INTERACTION_CREATE" => new GatewayEvent.InteractionCreated(Interaction(frame)),
        "MESSAGE_REACTION_ADD" => ReactionAdded(Data(frame, DiscordJson.Default.ReactionPayload)),
        "MESSAGE_REACTION_REMOVE" => ReactionRemoved(Data(frame, DiscordJson.Default.ReactionPayload)),
        "GUILD_CREATE" => new GatewayEvent.GuildAvailable(Guild(frame)),
        "GUILD_DELETE" => GuildGone(Guild(frame)),
        "THREAD_CREATE" => new GatewayEvent.ThreadCreated(Thread(frame)),
        "THREAD_UPDATE" => new GatewayEvent.ThreadUpdated(Thread(frame)),
        "THREAD_DELETE" => new GatewayEvent.ThreadDeleted(Thread(frame)),
        _ => null,
    };

    public static T Data<T>(GatewayFrame frame, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(frame.Data.Span, type) ?? throw new JsonException("The data is null.");

    private static Message Message(GatewayFrame frame)
    {
        var message = Data(frame, DiscordJson.Default.Message);
        Require(message.Id, message.ChannelId);
        return message;
    }

    private static Interaction Interaction(GatewayFrame frame)
    {
        var interaction = Data(frame, DiscordJson.Default.Interaction);
        Require(interaction.Id, interaction.ApplicationId);
        return string.IsNullOrEmpty(interaction.Token.Value) ? throw new JsonException("No token.") : interaction;
    }

    private static GatewayEvent.MessageDeleted MessageDeleted(GatewayFrame frame)
    {
        var deleted = Data(frame, DiscordJson.Default.MessageDeletePayload);
        Require(deleted.Id, deleted.ChannelId);
        return new(deleted.Id, deleted.ChannelId, deleted.GuildId);
    }

    private static GatewayEvent.ReactionAdded ReactionAdded(ReactionPayload reaction)
    {
        Require(reaction.UserId, reaction.ChannelId, reaction.MessageId);
        return new(reaction.UserId, reaction.ChannelId, reaction.MessageId, reaction.GuildId, reaction.Emoji);
    }

    private static GatewayEvent.ReactionRemoved ReactionRemoved(ReactionPayload reaction)
    {
        Require(reaction.UserId, reaction.ChannelId, reaction.MessageId);
        return new(reaction.UserId, reaction.ChannelId, reaction.MessageId, reaction.GuildId, reaction.Emoji);
    }

    private static GatewayEvent.GuildGone GuildGone(Guild guild) => new(guild.Id, guild.Unavailable);

    private static Guild Guild(GatewayFrame frame)
    {
        var guild = Data(frame, DiscordJson.Default.Guild);
        Require(guild.Id);
        return guild;
    }

    private static Channel Thread(GatewayFrame frame)
    {
        var thread = Data(frame, DiscordJson.Default.Channel);
        Require(thread.Id);
        return thread;
    }

    // Fields are read leniently, but without its ids an event is about nothing.
    private static void Require(params ReadOnlySpan<Snowflake> ids)
    {
        if (ids.Contains(default))
        {
            throw new JsonException("An id is missing.");
        }
    }
}
