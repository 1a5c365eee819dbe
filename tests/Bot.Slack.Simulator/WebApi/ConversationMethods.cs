using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Reading channels and threads, and opening DMs.</summary>
internal sealed class ConversationMethods
{
    private const int DefaultPage = 100;
    private const int MaximumPage = 1000;

    private static readonly string[] ReadHistory = ["channels:history", "groups:history", "im:history", "mpim:history"];
    private static readonly string[] ReadInfo = ["channels:read", "groups:read", "im:read", "mpim:read"];

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.replies", ReadHistory, RateTier.Three, Replies),
        new("conversations.history", ReadHistory, RateTier.Three, History),
        new("conversations.info", ReadInfo, RateTier.Three, Info),
        new("conversations.members", ReadInfo, RateTier.Four, Members),
        new("conversations.list", ReadInfo, RateTier.Two, List),
        new("conversations.open", ["im:write", "mpim:write"], RateTier.Three, Open),
        new("conversations.join", ["channels:join"], RateTier.Three, Join),
    ];

    private static ApiResult Replies(ApiCall call)
    {
        if (FindReadable(call, out var channel) is { } refusal)
        {
            return refusal;
        }
        if (channel.Find(call.Text("ts") ?? "") is not { } message)
        {
            return ApiResult.Fail("thread_not_found");
        }
        // Given a reply, Slack returns that reply alone.
        ImmutableArray<SlackMessage> thread = message.ThreadTs is null ? channel.Thread(message.Ts) : [message];
        return Page(call, WithinTimes(call, thread), "messages", item => WithReplyCount(item, thread, call.Flag("include_all_metadata")));
    }

    private static ApiResult History(ApiCall call)
    {
        if (FindReadable(call, out var channel) is { } refusal)
        {
            return refusal;
        }
        var roots = channel.Messages.Where(message => message.ThreadTs is null).Reverse().ToImmutableArray();
        return Page(call, WithinTimes(call, roots), "messages", item => WithReplyCount(item, channel.Thread(item.Ts), call.Flag("include_all_metadata")));
    }

    private static ApiResult Info(ApiCall call) => Lookups.FindChannel(call, out var channel) is { } refusal
        ? refusal
        : ApiResult.Ok(new JsonObject { ["channel"] = ChannelJson(channel, call.Workspace) });

    private static ApiResult Members(ApiCall call) => Lookups.FindChannel(call, out var channel) is { } refusal
        ? refusal
        : Page(call, [.. channel.Members.Order(StringComparer.Ordinal)], "members", id => JsonValue.Create(id));

    private static ApiResult List(ApiCall call)
    {
        var kinds = (call.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var channels = call.Workspace.Channels
            .Where(channel => kinds.Contains(ListKind(channel.Kind), StringComparer.Ordinal))
            .Where(channel => !(call.Flag("exclude_archived") && channel.IsArchived))
            .OrderBy(channel => channel.Id, StringComparer.Ordinal);
        return Page(call, [.. channels], "channels", channel => ChannelJson(channel, call.Workspace));
    }

    private static ApiResult Open(ApiCall call)
    {
        var ids = (call.Text("users") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length != 1 || call.Workspace.FindUser(ids[0]) is not { } user)
        {
            return ApiResult.Fail(ids.Length == 0 ? "users_list_not_supplied" : "user_not_found");
        }
        return ApiResult.Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = call.Workspace.DirectMessage(user).Id } });
    }

    private static ApiResult Join(ApiCall call)
    {
        if (Lookups.FindChannel(call, out var channel) is { } refusal)
        {
            return refusal;
        }
        if (channel.Kind != ChannelKind.Public || channel.IsArchived)
        {
            return ApiResult.Fail(channel.IsArchived ? "is_archived" : "method_not_supported_for_channel_type");
        }
        channel.Members = channel.Members.Add(call.Workspace.BotUserId);
        return ApiResult.Ok(new JsonObject { ["channel"] = ChannelJson(channel, call.Workspace) });
    }

    private static ApiResult? FindReadable(ApiCall call, out SlackChannel channel) =>
        Lookups.FindChannel(call, out channel)
        ?? (channel.Members.Contains(call.Workspace.BotUserId) ? null : ApiResult.Fail("not_in_channel"));

    private static ImmutableArray<SlackMessage> WithinTimes(ApiCall call, ImmutableArray<SlackMessage> messages)
    {
        var (oldest, latest, isInclusive) = (call.Text("oldest") ?? "", call.Text("latest") ?? "", call.Flag("inclusive"));
        return messages.RemoveAll(message =>
            (oldest.Length > 0 && IsBefore(message.Ts, oldest, isInclusive)) || (latest.Length > 0 && IsBefore(latest, message.Ts, isInclusive)));
    }

    private static bool IsBefore(string ts, string limit, bool isInclusive)
    {
        var order = string.CompareOrdinal(ts, limit);
        return isInclusive ? order < 0 : order <= 0;
    }

    /// <summary>One page: the cursor is the number of items before the next one.</summary>
    private static ApiResult Page<T>(ApiCall call, ImmutableArray<T> items, string name, Func<T, JsonNode> write)
    {
        var start = call.Number("cursor", 0);
        var length = Math.Clamp(call.Number("limit", DefaultPage), 1, MaximumPage);
        var end = Math.Min(items.Length, start + length);
        var hasMore = end < items.Length;
        return ApiResult.Ok(new JsonObject
        {
            [name] = new JsonArray([.. items.Take(start..end).Select(write)]),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = hasMore ? $"{end}" : "" },
        });
    }

    private static JsonObject WithReplyCount(SlackMessage message, ImmutableArray<SlackMessage> thread, bool withMetadata)
    {
        var body = MessageJson.Of(message, withMetadata);
        if (message.ThreadTs is null && thread.Length > 1)
        {
            body["thread_ts"] = message.Ts;
            body["reply_count"] = thread.Length - 1;
            body["latest_reply"] = thread[^1].Ts;
        }
        return body;
    }

    private static string ListKind(ChannelKind kind) => kind switch
    {
        ChannelKind.Public => "public_channel",
        ChannelKind.Private => "private_channel",
        ChannelKind.DirectMessage => "im",
        _ => "mpim",
    };

    private static JsonObject ChannelJson(SlackChannel channel, SlackWorkspace workspace) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["is_channel"] = channel.Kind == ChannelKind.Public,
        ["is_group"] = channel.Kind == ChannelKind.Private,
        ["is_im"] = channel.Kind == ChannelKind.DirectMessage,
        ["is_mpim"] = channel.Kind == ChannelKind.GroupDirectMessage,
        ["is_private"] = channel.Kind != ChannelKind.Public,
        ["is_archived"] = channel.IsArchived,
        ["is_member"] = channel.Members.Contains(workspace.BotUserId),
        ["is_ext_shared"] = channel.IsShared,
        ["num_members"] = channel.Members.Count,
    };
}
