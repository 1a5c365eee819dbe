using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Posting, editing and deleting messages.</summary>
internal sealed class ChatMethods(SimulatorCore core)
{
    private const int MaximumUpdateBytes = 4_000;

    public IEnumerable<ApiMethod> All =>
    [
        new("chat.postMessage", ["chat:write"], RateTier.PostMessage, PostMessage),
        new("chat.update", ["chat:write"], RateTier.Three, Update),
        new("chat.getPermalink", [], RateTier.Special, GetPermalink),
        new("chat.delete", ["chat:write"], RateTier.Three, Delete),
    ];

    private ApiResult PostMessage(ApiCall call)
    {
        if (Lookups.FindChannelToPostIn(call, out var channel) is { } notThere)
        {
            return notThere;
        }
        if (MessageContent.Read(call, maximumTextBytes: null, out var content) is { } refusal)
        {
            return refusal;
        }
        if (content.IsEmpty && !call.Has("attachments"))
        {
            return ApiResult.Fail("no_text");
        }
        if (FindRoot(call, channel, out var rootTs) is { } noThread)
        {
            return noThread;
        }
        if (content.IsTruncated)
        {
            core.Unexpected.Add("chat.postMessage had a text of more than 40,000 characters, which Slack cuts.");
        }
        var (message, _) = core.Board.Post(channel, new(call.Workspace.BotUserId, content.Text ?? "")
        {
            BotId = call.Workspace.BotId,
            ThreadTs = rootTs,
            Blocks = content.Blocks,
            Metadata = content.Metadata is { Count: > 0 } ? content.Metadata : null,
            Unfurls = call.Text("unfurl_links") != "false" || call.Text("unfurl_media") != "false",
        });
        return ApiResult.Ok(new JsonObject
        {
            ["channel"] = channel.Id,
            ["ts"] = message.Ts,
            ["message"] = MessageJson.Of(message, withMetadata: true),
        });
    }

    /// <summary>The thread that a message is for. A reply's ts in place of the root's makes an orphan thread in Slack, which is a mistake.</summary>
    private ApiResult? FindRoot(ApiCall call, SlackChannel channel, out string? rootTs)
    {
        rootTs = call.Text("thread_ts");
        if (string.IsNullOrEmpty(rootTs))
        {
            rootTs = null;
            return null;
        }
        if (channel.Find(rootTs) is not { } root)
        {
            return ApiResult.Fail("thread_not_found");
        }
        if (root.ThreadTs is not null)
        {
            core.Unexpected.Add($"{call.Method} named the reply {rootTs} as thread_ts; a thread is named by its root.");
        }
        return null;
    }

    private ApiResult Update(ApiCall call)
    {
        if (Lookups.FindMessage(call, out var message) is { } refusal)
        {
            return refusal;
        }
        if (message.Channel.IsArchived)
        {
            return ApiResult.Fail("is_inactive");
        }
        if (message.BotId != call.Workspace.BotId)
        {
            return ApiResult.Fail("cant_update_message");
        }
        if (message.Stream == StreamState.Streaming)
        {
            return ApiResult.Fail("streaming_state_conflict");
        }
        if (MessageContent.Read(call, MaximumUpdateBytes, out var content) is { } badContent)
        {
            return badContent;
        }
        if (content.Text is null && content.Blocks is null && content.Metadata is null && !call.Has("attachments"))
        {
            return ApiResult.Fail("no_text");
        }
        message.Metadata = content.Metadata switch { null => message.Metadata, { Count: 0 } => null, var metadata => metadata };
        core.Board.Edit(message, content.Text ?? message.Text, content.Blocks ?? message.Blocks);
        return ApiResult.Ok(new JsonObject
        {
            ["channel"] = message.Channel.Id,
            ["ts"] = message.Ts,
            ["text"] = message.Text,
            ["message"] = MessageJson.Of(message, withMetadata: true),
        });
    }

    private static ApiResult GetPermalink(ApiCall call) => Lookups.FindMessage(call, out var message, tsArgument: "message_ts") is { } refusal
        ? refusal
        : ApiResult.Ok(new JsonObject
        {
            ["channel"] = message.Channel.Id,
            ["permalink"] = $"https://{call.Workspace.Name}.slack.com/archives/{message.Channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}",
        });

    private ApiResult Delete(ApiCall call)
    {
        if (Lookups.FindMessage(call, out var message) is { } refusal)
        {
            return refusal;
        }
        if (message.BotId != call.Workspace.BotId)
        {
            return ApiResult.Fail("cant_delete_message");
        }
        core.Board.Delete(message);
        return ApiResult.Ok(new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts });
    }
}
