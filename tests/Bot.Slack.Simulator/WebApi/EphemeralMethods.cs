using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Messages that one person sees.</summary>
internal sealed class EphemeralMethods(SimulatorCore core)
{
    public IEnumerable<ApiMethod> All => [new("chat.postEphemeral", ["chat:write"], RateTier.Four, Post)];

    private ApiResult Post(ApiCall call)
    {
        if (Lookups.FindChannelToPostIn(call, out var channel) is { } refusal)
        {
            return refusal;
        }
        if (call.Text("user") is not { } userId || !channel.Members.Contains(userId))
        {
            return ApiResult.Fail("user_not_in_channel");
        }
        if (MessageContent.Read(call, maximumTextBytes: null, out var content) is { } badContent)
        {
            return badContent;
        }
        if (content.IsEmpty)
        {
            return ApiResult.Fail("no_text");
        }
        var shown = core.Ephemerals.Show(channel, userId, call.Text("thread_ts"), content.Text ?? "", BlockIds.Fill(content.Blocks, core.Ids));
        return ApiResult.Ok(new JsonObject { ["message_ts"] = shown.Ts });
    }
}
