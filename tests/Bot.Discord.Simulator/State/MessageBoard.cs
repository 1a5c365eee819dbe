using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rendering;

namespace Bot.Discord.Simulator.State;

/// <summary>Posts, edits and deletes messages and tells the sessions. Use it under the world's gate.</summary>
internal sealed class MessageBoard(World world)
{
    public SimMessage Post(MessageDraft draft)
    {
        var channel = draft.Channel;
        var repliedTo = draft.ReferenceId is { } reference ? world.Message(reference)?.AuthorId : null;
        var pings = Mentions.Of(
            draft.Content,
            draft.AllowedMentions,
            repliedTo,
            world.PermissionsOf(draft.AuthorId, channel).HasFlag(Permissions.MentionEveryone),
            onlyUsersByDefault: draft.InteractionId is not null);
        var message = new SimMessage
        {
            Id = world.Ids.Next(),
            ChannelId = channel.Id,
            GuildId = channel.GuildId,
            AuthorId = draft.AuthorId,
            Type = draft.ReferenceId is not null && draft.Type == MessageType.Default ? MessageType.Reply : draft.Type,
            Content = draft.Content,
            Embeds = draft.Embeds,
            Components = draft.Components,
            Attachments = draft.Attachments,
            Flags = draft.Flags,
            Nonce = draft.Nonce,
            ReferenceId = draft.ReferenceId,
            InteractionId = draft.InteractionId,
            InteractionUserId = draft.InteractionUserId,
            MentionedUsers = [.. Mentions.UsersIn(draft.Content).Union(RepliedUserIfPinged(pings, repliedTo))],
            MentionedRoles = Mentions.RolesIn(draft.Content),
            Pings = pings,
            PostedAt = world.Now,
        };
        world.Set(message);
        world.Set(channel with { LastMessageId = message.Id, MessageCount = channel.MessageCount + 1, Archived = false });
        if (channel.Archived)
        {
            PublishThread("THREAD_UPDATE", channel.Id);
        }
        Publish("MESSAGE_CREATE", message);
        return message;
    }

    /// <summary>Replaces a message by its changed self; what it said goes to its history.</summary>
    /// <param name="isEdit">False for changes that no writer made, as when Discord adds a preview: they have no edited_timestamp.</param>
    public SimMessage Edit(ulong id, Func<SimMessage, SimMessage> change, bool isEdit = true)
    {
        var before = world.Message(id) ?? throw new InvalidOperationException($"There is no message {id} to edit.");
        var after = change(before);
        if (isEdit)
        {
            var since = before.EditedAt ?? before.PostedAt;
            after = after with
            {
                EditedAt = world.Now,
                Earlier = [.. before.Earlier, new MessageRevision(since, before.Content, before.Embeds, before.Components)],
            };
        }
        world.Set(after);
        Publish("MESSAGE_UPDATE", after);
        return after;
    }

    public void Delete(SimMessage message)
    {
        world.Set(message with { DeletedAt = world.Now });
        if (!message.IsEphemeral)
        {
            world.Publish(new("MESSAGE_DELETE", message.GuildId, MessagesIntent(message.GuildId), _ => new JsonObject
            {
                ["id"] = Json.Id(message.Id),
                ["channel_id"] = Json.Id(message.ChannelId),
                ["guild_id"] = Json.Id(message.GuildId),
            }));
        }
    }

    /// <summary>Deletes messages of one channel with one event.</summary>
    public void Purge(IReadOnlyList<SimMessage> messages)
    {
        foreach (var message in messages)
        {
            world.Set(message with { DeletedAt = world.Now });
        }
        var (guild, channel) = (messages[0].GuildId, messages[0].ChannelId);
        world.Publish(new("MESSAGE_DELETE_BULK", guild, MessagesIntent(guild), _ => new JsonObject
        {
            ["ids"] = Json.Ids(messages.Select(message => message.Id)),
            ["channel_id"] = Json.Id(channel),
            ["guild_id"] = Json.Id(guild),
        }));
    }

    public void AddReaction(SimMessage message, SimReaction reaction)
    {
        if (!message.Reactions.Contains(reaction))
        {
            world.Set(message with { Reactions = message.Reactions.Add(reaction) });
            PublishReaction("MESSAGE_REACTION_ADD", message, reaction);
        }
    }

    public void RemoveReaction(SimMessage message, SimReaction reaction)
    {
        if (message.Reactions.Contains(reaction))
        {
            world.Set(message with { Reactions = message.Reactions.Remove(reaction) });
            PublishReaction("MESSAGE_REACTION_REMOVE", message, reaction);
        }
    }

    public void Typing(ulong userId, SimChannel channel) => world.Publish(new(
        "TYPING_START",
        channel.GuildId,
        channel.GuildId is null ? Intents.DirectMessageTyping : Intents.GuildMessageTyping,
        _ => new JsonObject
        {
            ["channel_id"] = Json.Id(channel.Id),
            ["guild_id"] = Json.Id(channel.GuildId),
            ["user_id"] = Json.Id(userId),
            ["timestamp"] = world.Now.ToUnixTimeSeconds(),
        }));

    private void PublishThread(string name, ulong threadId) =>
        world.Publish(new(name, world.Channel(threadId)!.GuildId, Intents.Guilds, _ => ChannelJson.Channel(world, world.Channel(threadId)!)));

    private void Publish(string name, SimMessage message)
    {
        // An ephemeral message exists for one user's client only.
        if (!message.IsEphemeral)
        {
            world.Publish(new(name, message.GuildId, MessagesIntent(message.GuildId), intents => MessageJson.Event(world, message, intents)));
        }
    }

    private void PublishReaction(string name, SimMessage message, SimReaction reaction) => world.Publish(new(
        name,
        message.GuildId,
        message.GuildId is null ? Intents.DirectMessageReactions : Intents.GuildMessageReactions,
        _ => Reaction(message, reaction, isAdded: name == "MESSAGE_REACTION_ADD")));

    private JsonObject Reaction(SimMessage message, SimReaction reaction, bool isAdded)
    {
        var json = new JsonObject
        {
            ["user_id"] = Json.Id(reaction.UserId),
            ["channel_id"] = Json.Id(message.ChannelId),
            ["message_id"] = Json.Id(message.Id),
            ["emoji"] = MessageJson.Emoji(reaction.Emoji),
            ["burst"] = false,
            ["type"] = 0,
        };
        if (message.GuildId is { } guildId)
        {
            json["guild_id"] = Json.Id(guildId);
        }
        if (isAdded)
        {
            json["message_author_id"] = Json.Id(message.AuthorId);
            if (message.GuildId is { } id && world.Guild(id) is { } guild && world.User(reaction.UserId) is { } user)
            {
                json["member"] = UserJson.Member(guild, user);
            }
        }
        return json;
    }

    private static Intents MessagesIntent(ulong? guildId) => guildId is null ? Intents.DirectMessages : Intents.GuildMessages;

    private static ImmutableArray<ulong> RepliedUserIfPinged(Pings pings, ulong? repliedTo) =>
        repliedTo is { } author && pings.Users.Contains(author) ? [author] : [];
}
