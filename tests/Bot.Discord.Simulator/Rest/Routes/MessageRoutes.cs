using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Messages of channels, threads and direct conversations.</summary>
internal sealed class MessageRoutes(World world, MessageBoard board, Access access, MessageBody bodies, DiscordSimulatorOptions options)
{
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2;

    // "In the past few minutes", as Discord has it.
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(ulong Channel, string Nonce), (ulong Message, DateTimeOffset Until)> _nonces = [];

    public IEnumerable<RestRoute> Routes =>
    [
        new("GET", "/channels/{channel}/messages", List),
        new("GET", "/channels/{channel}/messages/{message}", Get),
        new("POST", "/channels/{channel}/messages", Post),
        new("PATCH", "/channels/{channel}/messages/{message}", Edit),
        new("DELETE", "/channels/{channel}/messages/{message}", Delete),
        new("POST", "/channels/{channel}/typing", Typing),
    ];

    private Intents Sight => Intents.MessageContent & options.GrantedIntents;

    private RestResult Post(RestCall call)
    {
        var channel = access.Channel(call);
        access.Require(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        if (channel.RecipientId is { } recipient && world.User(recipient) is { AcceptsDirectMessages: false })
        {
            throw new ApiException(403, 50007, "Cannot send messages to this user");
        }
        MessageRules.Check(call.Body, wasV2: false);
        MessageRules.CheckNotEmpty(call.Body);
        if (channel.Locked)
        {
            throw new ApiException(400, 50083, "Thread is archived");
        }
        if (SameNonce(call.Json, channel) is { } first)
        {
            return Ok(first);
        }
        var draft = bodies.Draft(call.Body, channel, Settable) with { ReferenceId = Reference(call.Json, channel) };
        var message = board.Post(draft);
        Remember(call.Json, message);
        return Ok(message);
    }

    private SimMessage? SameNonce(JsonElement json, SimChannel channel) =>
        json.GetFlag("enforce_nonce") == true && json.Get("nonce") is { } nonce
            && _nonces.TryGetValue((channel.Id, nonce.ToString()), out var earlier) && earlier.Until > world.Now
            ? world.Message(earlier.Message)
            : null;

    private void Remember(JsonElement json, SimMessage message)
    {
        if (json.Get("nonce") is not { } nonce)
        {
            return;
        }
        _nonces[(message.ChannelId, nonce.ToString())] = (message.Id, world.Now + NonceMemory);
        if (_nonces.Count > options.HistoryLimit)
        {
            foreach (var key in _nonces.Where(item => item.Value.Until <= world.Now).Select(item => item.Key).ToArray())
            {
                _nonces.Remove(key);
            }
        }
    }

    private ulong? Reference(JsonElement json, SimChannel channel)
    {
        if (json.Get("message_reference") is not { } reference)
        {
            return null;
        }
        if (reference.GetId("message_id") is { } id && world.Message(id) is { IsDeleted: false } message && message.ChannelId == channel.Id)
        {
            access.Require(channel, Permissions.ReadMessageHistory);
            return id;
        }
        if (reference.GetFlag("fail_if_not_exists") == false)
        {
            return null;
        }
        var errors = new FormErrors();
        errors.Add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        throw errors.ToException();
    }

    private RestResult Edit(RestCall call)
    {
        var channel = access.Channel(call);
        var message = access.Message(call, channel);
        if (message.AuthorId != world.Bot.Id)
        {
            throw new ApiException(403, 50005, "Cannot edit a message authored by another user");
        }
        MessageRules.Check(call.Body, message.Flags.HasFlag(MessageFlags.ComponentsV2));
        return Ok(board.Edit(message.Id, before => bodies.Edited(before, call.Body)));
    }

    private RestResult Delete(RestCall call)
    {
        var channel = access.Channel(call);
        var message = access.Message(call, channel);
        if (message.AuthorId != world.Bot.Id)
        {
            access.Require(channel, Permissions.ManageMessages);
        }
        board.Delete(message);
        return RestResult.NoContent;
    }

    private RestResult Get(RestCall call) => Ok(access.Message(call, access.Channel(call)));

    private RestResult List(RestCall call)
    {
        var channel = access.Channel(call);
        access.Require(channel, Permissions.ReadMessageHistory);
        var limit = call.Query.TryGetValue("limit", out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 100) : 50;
        var there = world.Messages.Where(message => message.ChannelId == channel.Id && message is { IsDeleted: false, IsEphemeral: false });
        var chosen = call.QueryId("after") is { } after
            ? there.Where(message => message.Id > after).OrderBy(message => message.Id).Take(limit).OrderByDescending(message => message.Id)
            : there.Where(message => call.QueryId("before") is not { } before || message.Id < before).OrderByDescending(message => message.Id).Take(limit);
        return RestResult.Ok(new JsonArray([.. chosen.Select(message => MessageJson.Message(world, message, Sight))]));
    }

    private RestResult Typing(RestCall call)
    {
        var channel = access.Channel(call);
        access.Require(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        board.Typing(world.Bot.Id, channel);
        return RestResult.NoContent;
    }

    private RestResult Ok(SimMessage message) => RestResult.Ok(MessageJson.Message(world, message, Sight));
}
