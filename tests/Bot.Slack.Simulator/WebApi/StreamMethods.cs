using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Messages that grow while they are written.</summary>
internal sealed class StreamMethods(SimulatorCore core)
{
    private const int MaximumMarkdown = 12_000;

    public IEnumerable<ApiMethod> All =>
    [
        new("chat.startStream", ["chat:write"], RateTier.Two, Start),
        new("chat.appendStream", ["chat:write"], RateTier.Four, Append),
        new("chat.stopStream", ["chat:write"], RateTier.Two, Stop),
    ];

    private ApiResult Start(ApiCall call)
    {
        if (Lookups.FindChannelToPostIn(call, out var channel) is { } refusal)
        {
            return refusal;
        }
        if (core.Options.StreamsUnsupported)
        {
            return ApiResult.Fail("channel_type_not_supported");
        }
        if (channel.Find(call.Text("thread_ts") ?? "") is not { ThreadTs: null } root)
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] thread_ts must be the root of a thread"]);
        }
        if (channel.Kind != ChannelKind.DirectMessage && MissingRecipient(call) is { } missing)
        {
            return missing;
        }
        if (Read(call, out var text, out var chunks) is { } tooLong)
        {
            return tooLong;
        }
        var (message, _) = core.Board.Post(channel, new(call.Workspace.BotUserId, text)
        {
            BotId = call.Workspace.BotId,
            ThreadTs = root.Ts,
            Stream = StreamState.Streaming,
            IsStoppable = call.Flag("is_stoppable"),
        });
        message.StreamChunks = [.. chunks];
        return Answer(message);
    }

    private ApiResult Append(ApiCall call)
    {
        if (FindStream(call, out var message) is { } refusal)
        {
            return refusal;
        }
        if (Read(call, out var text, out var chunks) is { } tooLong)
        {
            return tooLong;
        }
        if (text.Length == 0 && chunks.Count == 0)
        {
            return ApiResult.Fail("no_text");
        }
        message.StreamChunks = message.StreamChunks.AddRange(chunks);
        core.Board.Revise(message, message.Text + text, message.Blocks);
        return Answer(message);
    }

    private ApiResult Stop(ApiCall call)
    {
        if (FindStream(call, out var message) is { } refusal)
        {
            return refusal;
        }
        if (Read(call, out var text, out var chunks) is { } tooLong)
        {
            return tooLong;
        }
        if (MessageContent.ReadBlocks(call, out var blocks) is { } badBlocks)
        {
            return badBlocks;
        }
        if (MessageContent.ReadMetadata(call, out var metadata) is { } badMetadata)
        {
            return badMetadata;
        }
        message.StreamChunks = message.StreamChunks.AddRange(chunks);
        message.Metadata = metadata ?? message.Metadata;
        message.Stream = StreamState.Stopped;
        core.Board.Revise(message, message.Text + text, blocks ?? message.Blocks);
        core.Events.MessageChanged(message, MessageJson.Of(message));
        return ApiResult.Ok(new JsonObject
        {
            ["channel"] = message.Channel.Id,
            ["ts"] = message.Ts,
            ["message"] = MessageJson.Of(message, withMetadata: true),
        });
    }

    private static ApiResult? MissingRecipient(ApiCall call) =>
        !call.Has("recipient_user_id") ? ApiResult.Fail("missing_recipient_user_id")
        : !call.Has("recipient_team_id") ? ApiResult.Fail("missing_recipient_team_id")
        : call.Workspace.FindUser(call.Text("recipient_user_id")!) is null ? ApiResult.Fail("user_not_found")
        : null;

    private static ApiResult? FindStream(ApiCall call, out SlackMessage message) =>
        Lookups.FindMessage(call, out message)
        ?? (message.BotId != call.Workspace.BotId ? ApiResult.Fail("message_not_owned_by_app") : null)
        ?? (message.Channel.IsArchived ? ApiResult.Fail("is_archived") : null)
        ?? message.Stream switch
        {
            StreamState.Streaming => null,
            StreamState.StoppedByUser => ApiResult.Fail("stopped_by_user"),
            _ => ApiResult.Fail("message_not_in_streaming_state"),
        };

    /// <summary>The text of <c>markdown_text</c> or of the text chunks, and the other chunks.</summary>
    private static ApiResult? Read(ApiCall call, out string text, out List<JsonObject> chunks)
    {
        var all = (call.Node("chunks") as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        chunks = [.. all.Where(chunk => chunk.Text("type") != "markdown_text")];
        text = call.Text("markdown_text") ?? string.Concat(all.Select(chunk => chunk.Text("type") == "markdown_text" ? chunk.Text("text") : null));
        return text.Length > MaximumMarkdown ? ApiResult.Fail("msg_too_long") : null;
    }

    private static ApiResult Answer(SlackMessage message) => ApiResult.Ok(new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts });
}
