using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Uploads in three steps: ask for an address, post the bytes there, complete.</summary>
internal sealed class FileMethods(SimulatorCore core)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("files.getUploadURLExternal", ["files:write"], RateTier.Four, GetUploadAddress),
        new("files.completeUploadExternal", ["files:write"], RateTier.Four, Complete),
        new("files.info", ["files:read"], RateTier.Four, Info),
    ];

    private ApiResult GetUploadAddress(ApiCall call)
    {
        if (call.Text("filename") is not { Length: > 0 } name || call.Number("length", 0) is not (> 0 and var length))
        {
            return ApiResult.Fail("invalid_arguments", ["[ERROR] missing required field: filename and length"]);
        }
        var file = core.Files.Announce(name, length);
        return ApiResult.Ok(new JsonObject { ["upload_url"] = core.Files.UploadAddress(file).ToString(), ["file_id"] = file.Id });
    }

    private ApiResult Complete(ApiCall call)
    {
        var named = (call.Node("files") as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        var files = new List<SlackFile>();
        foreach (var entry in named)
        {
            if (core.Files.Find(entry.Text("id")) is not { Content.IsEmpty: false } file)
            {
                return ApiResult.Fail("file_not_found");
            }
            file.Title = entry.Text("title");
            files.Add(file);
        }
        if (call.Has("channel_id"))
        {
            if (Lookups.FindChannelToPostIn(call, out var channel, "channel_id") is { } refusal)
            {
                return refusal;
            }
            core.Board.Post(channel, new(call.Workspace.BotUserId, call.Text("initial_comment") ?? "")
            {
                BotId = call.Workspace.BotId,
                ThreadTs = call.Text("thread_ts"),
                Subtype = "file_share",
                Files = Write(files),
            });
        }
        files.ForEach(file => file.IsComplete = true);
        return ApiResult.Ok(new JsonObject { ["files"] = Write(files) });
    }

    private ApiResult Info(ApiCall call) => core.Files.Find(call.Text("file")) is { IsComplete: true } file
        ? ApiResult.Ok(new JsonObject { ["file"] = file.ToJson(core.Address) })
        : ApiResult.Fail("file_not_found");

    private JsonArray Write(List<SlackFile> files) => [.. files.Select(file => file.ToJson(core.Address))];
}
