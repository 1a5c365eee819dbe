using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Status, title and prompts of the agent view.</summary>
internal sealed class AssistantMethods(SimulatorCore core)
{
    private const int MaximumPrompts = 4;
    private const int MaximumLoadingMessages = 10;

    public IEnumerable<ApiMethod> All =>
    [
        new("assistant.threads.setStatus", ["chat:write", "assistant:write"], RateTier.Special, SetStatus),
        new("assistant.threads.setTitle", ["assistant:write"], RateTier.Three, SetTitle),
        new("assistant.threads.setSuggestedPrompts", ["assistant:write"], RateTier.Four, SetPrompts),
    ];

    private ApiResult SetStatus(ApiCall call)
    {
        if (FindThread(call, out var channel, out var threadTs) is { } refusal)
        {
            return refusal;
        }
        if (call.Node("loading_messages") is JsonArray { Count: > MaximumLoadingMessages })
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] no more than 10 items allowed [json-pointer:/loading_messages]"]);
        }
        core.Assistants.SetStatus(channel, threadTs, call.Text("status") ?? "");
        return ApiResult.Ok();
    }

    private ApiResult SetTitle(ApiCall call)
    {
        if (NotAnAgent() is { } notAnAgent)
        {
            return notAnAgent;
        }
        if (FindThread(call, out var channel, out var threadTs) is { } refusal)
        {
            return refusal;
        }
        core.Assistants.SetTitle(channel, threadTs, call.Text("title") ?? "");
        return ApiResult.Ok();
    }

    private ApiResult SetPrompts(ApiCall call)
    {
        if (NotAnAgent() is { } notAnAgent)
        {
            return notAnAgent;
        }
        if (Lookups.FindChannel(call, out var channel, "channel_id") is { } refusal)
        {
            return refusal;
        }
        var prompts = (call.Node("prompts") as JsonArray)?.OfType<JsonObject>()
            .Select(prompt => new SuggestedPrompt(prompt.Text("title") ?? "", prompt.Text("message") ?? "")).ToImmutableArray() ?? [];
        if (prompts.IsEmpty || prompts.Length > MaximumPrompts || prompts.Any(prompt => prompt.Title.Length == 0 || prompt.Message.Length == 0))
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] one to four prompts with title and message [json-pointer:/prompts]"]);
        }
        var threadTs = call.Text("thread_ts") ?? "";
        if (!core.Options.LegacyAssistant && threadTs.Length > 0)
        {
            core.Unexpected.Add("assistant.threads.setSuggestedPrompts had a thread_ts; in the agent view Slack then does nothing.");
            return ApiResult.Ok();
        }
        if (core.Options.LegacyAssistant && channel.Find(threadTs) is null)
        {
            return ApiResult.Fail("invalid_thread_ts", new JsonObject { ["detail"] = "Thread not found" });
        }
        core.Assistants.SetPrompts(channel, threadTs, prompts);
        return ApiResult.Ok();
    }

    private ApiResult? NotAnAgent() => core.Options.IsAgent ? null : ApiResult.Fail("not_agent_app");

    private static ApiResult? FindThread(ApiCall call, out SlackChannel channel, out string threadTs)
    {
        threadTs = call.Text("thread_ts") ?? "";
        if (Lookups.FindChannelToPostIn(call, out channel, "channel_id") is { } refusal)
        {
            return refusal;
        }
        return channel.Find(threadTs) is null ? ApiResult.Fail("invalid_thread_ts", new JsonObject { ["detail"] = "Thread not found" }) : null;
    }
}
