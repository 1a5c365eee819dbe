using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Channels, direct conversations and threads.</summary>
internal sealed class ChannelRoutes(World world, GuildDirectory directory, Access access)
{
    private static readonly int[] ArchiveMinutes = [60, 1440, 4320, 10080];

    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/channels/{channel}", call => Ok(access.Channel(call))),
        new("PATCH", "/channels/{channel}", Modify),
        new("DELETE", "/channels/{channel}", Delete),
        new("POST", "/users/@me/channels", OpenDirect),
        new("POST", "/channels/{channel}/threads", StartThread),
        new("POST", "/channels/{channel}/messages/{message}/threads", StartThreadOnMessage),
        new("PUT", "/channels/{channel}/thread-members/@me", Join),
    ];

    private RestResult OpenDirect(RestCall call)
    {
        if (call.Json.GetId("recipient_id") is not { } id || world.User(id) is not { } user || user.Id == world.Bot.Id)
        {
            throw new ApiException(400, 50033, "Invalid Recipient(s)");
        }
        return Ok(directory.Direct(user));
    }

    private RestResult StartThreadOnMessage(RestCall call)
    {
        var channel = access.Channel(call);
        var message = access.Message(call, channel);
        var (name, minutes) = ReadThread(call.Json, channel);
        if (message.Flags.HasFlag(MessageFlags.HasThread))
        {
            throw new ApiException(400, 160004, "A thread has already been created for this message");
        }
        return RestResult.Of(201, ChannelJson.Channel(world, directory.StartThread(channel, message, name, world.Bot.Id, minutes)));
    }

    private RestResult StartThread(RestCall call)
    {
        var channel = access.Channel(call);
        var (name, minutes) = ReadThread(call.Json, channel);
        return RestResult.Of(201, ChannelJson.Channel(world, directory.StartThread(channel, on: null, name, world.Bot.Id, minutes)));
    }

    private (string Name, int Minutes) ReadThread(JsonElement json, SimChannel channel)
    {
        if (channel.Type != ChannelType.GuildText)
        {
            throw new ApiException(400, 50024, "Cannot execute action on this channel type");
        }
        access.Require(channel, Permissions.CreatePublicThreads);
        var errors = new FormErrors();
        errors.Text(json, "name", "name", 1, 100, required: true);
        var minutes = json.GetInt("auto_archive_duration") ?? ArchiveMinutes[1];
        if (!ArchiveMinutes.Contains(minutes))
        {
            errors.Choice("auto_archive_duration", string.Join(", ", ArchiveMinutes));
        }
        errors.ThrowIfAny();
        return (json.GetText("name")!, minutes);
    }

    private RestResult Modify(RestCall call)
    {
        var channel = access.Channel(call);
        var errors = new FormErrors();
        errors.Text(call.Json, "name", "name", 1, 100);
        errors.ThrowIfAny();
        if (!channel.IsThread)
        {
            access.Require(channel, Permissions.ManageChannels);
        }
        else if (channel.OwnerId != world.Bot.Id)
        {
            access.Require(channel, Permissions.ManageThreads);
        }
        var changed = channel with
        {
            Name = call.Json.GetText("name") ?? channel.Name,
            Archived = call.Json.GetFlag("archived") ?? channel.Archived,
            Locked = call.Json.GetFlag("locked") ?? channel.Locked,
        };
        directory.Update(changed);
        return Ok(changed);
    }

    private RestResult Delete(RestCall call)
    {
        var channel = access.Channel(call);
        access.Require(channel, channel.IsThread ? Permissions.ManageThreads : Permissions.ManageChannels);
        directory.RemoveChannel(channel);
        return Ok(channel);
    }

    private RestResult Join(RestCall call) =>
        access.Channel(call).IsThread ? RestResult.NoContent : throw new ApiException(400, 50024, "Cannot execute action on this channel type");

    private RestResult Ok(SimChannel channel) => RestResult.Ok(ChannelJson.Channel(world, channel));
}
