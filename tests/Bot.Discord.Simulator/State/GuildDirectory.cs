using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rendering;

namespace Bot.Discord.Simulator.State;

/// <summary>Makes users, guilds, channels, roles and threads and tells the sessions. Use it under the world's gate.</summary>
internal sealed class GuildDirectory(World world, MessageBoard board)
{
    public SimUser AddUser(string name, string locale, bool isBot)
    {
        var user = new SimUser(world.Ids.Next(), name, isBot, locale);
        world.Set(user);
        return user;
    }

    public SimGuild AddGuild(string name, SimUser owner, string locale, ulong? id)
    {
        var guildId = id ?? world.Ids.Next();
        var botRole = new SimRole(world.Ids.Next(), world.Bot.Name, Permissions.Member, Managed: true);
        var guild = new SimGuild(
            guildId,
            name,
            owner.Id,
            locale,
            [new SimRole(guildId, "@everyone", Permissions.Member), botRole],
            ImmutableDictionary.CreateRange<ulong, ImmutableArray<ulong>>(
                [new(owner.Id, []), new(world.Bot.Id, [botRole.Id])]),
            world.Now);
        world.Set(guild);
        PublishGuild(guildId);
        return guild;
    }

    public SimChannel AddChannel(SimGuild guild, string name)
    {
        var channel = new SimChannel(world.Ids.Next(), ChannelType.GuildText, name) { GuildId = guild.Id };
        world.Set(channel);
        PublishChannel("CHANNEL_CREATE", channel.Id);
        return channel;
    }

    public SimRole AddRole(SimGuild guild, string name, Permissions permissions)
    {
        var role = new SimRole(world.Ids.Next(), name, permissions);
        var current = world.Guild(guild.Id)!;
        world.Set(current with { Roles = current.Roles.Add(role) });
        world.Publish(new("GUILD_ROLE_CREATE", guild.Id, Intents.Guilds, _ => new JsonObject
        {
            ["guild_id"] = Json.Id(guild.Id),
            ["role"] = UserJson.Role(role, current.Roles.Length),
        }));
        return role;
    }

    public void Join(SimGuild guild, SimUser user, IEnumerable<SimRole> roles)
    {
        var current = world.Guild(guild.Id)!;
        var joined = current with { Members = current.Members.SetItem(user.Id, [.. roles.Select(role => role.Id)]) };
        world.Set(joined);
        world.Publish(new("GUILD_MEMBER_ADD", guild.Id, Intents.GuildMembers, _ =>
        {
            var member = UserJson.Member(joined, user);
            member["guild_id"] = Json.Id(guild.Id);
            return member;
        }));
    }

    /// <summary>The direct conversation between the bot and a user, made on first use.</summary>
    public SimChannel Direct(SimUser user)
    {
        if (world.Channels.FirstOrDefault(channel => channel.RecipientId == user.Id) is { } existing)
        {
            return existing;
        }
        var channel = new SimChannel(world.Ids.Next(), ChannelType.DirectMessage, user.Name) { RecipientId = user.Id };
        world.Set(channel);
        return channel;
    }

    /// <summary>Starts a thread; with a message, the thread gets that message's id.</summary>
    public SimChannel StartThread(SimChannel parent, SimMessage? on, string name, ulong ownerId, int autoArchiveMinutes)
    {
        var thread = new SimChannel(on?.Id ?? world.Ids.Next(), ChannelType.PublicThread, name)
        {
            GuildId = parent.GuildId,
            ParentId = parent.Id,
            OwnerId = ownerId,
            AutoArchiveMinutes = autoArchiveMinutes,
        };
        world.Set(thread);
        world.Publish(new("THREAD_CREATE", thread.GuildId, Intents.Guilds, _ =>
        {
            var json = ChannelJson.Channel(world, thread);
            json["newly_created"] = true;
            return json;
        }));
        if (on is not null)
        {
            board.Edit(on.Id, message => message with { Flags = message.Flags | MessageFlags.HasThread }, isEdit: false);
        }
        return thread;
    }

    public void Update(SimChannel channel)
    {
        world.Set(channel);
        PublishChannel(channel.IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", channel.Id);
    }

    public void Overwrite(SimChannel channel, PermissionOverwrite overwrite)
    {
        var current = world.Channel(channel.Id)!;
        Update(current with { Overwrites = [.. current.Overwrites.Where(other => other.TargetId != overwrite.TargetId), overwrite] });
    }

    public void RemoveChannel(SimChannel channel)
    {
        world.Remove(channel);
        world.Publish(new(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.GuildId, Intents.Guilds, _ => ChannelJson.Channel(world, channel)));
    }

    /// <summary>Begins or ends an outage of one guild.</summary>
    public void SetAvailable(SimGuild guild, bool available)
    {
        world.Set(world.Guild(guild.Id)! with { Available = available });
        if (available)
        {
            PublishGuild(guild.Id);
        }
        else
        {
            world.Publish(new("GUILD_DELETE", guild.Id, Intents.Guilds, _ => GuildJson.Unavailable(guild)));
        }
    }

    /// <summary>Takes the bot out of a guild.</summary>
    public void RemoveGuild(SimGuild guild)
    {
        world.RemoveGuild(guild.Id);
        world.Publish(new("GUILD_DELETE", guild.Id, Intents.Guilds, _ => new JsonObject { ["id"] = Json.Id(guild.Id) }));
    }

    private void PublishGuild(ulong guildId) =>
        world.Publish(new("GUILD_CREATE", guildId, Intents.Guilds, _ => GuildJson.Created(world, world.Guild(guildId)!)));

    private void PublishChannel(string name, ulong channelId) => world.Publish(new(
        name,
        world.Channel(channelId)!.GuildId,
        Intents.Guilds,
        _ => ChannelJson.Channel(world, world.Channel(channelId)!)));
}
