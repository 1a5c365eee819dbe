using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;
using Bot.Slack.Simulator.WebApi;
using Bot.Slack.Simulator.Workspaces;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Response URLs: good for five messages within thirty minutes, without a token. Runs under the core's gate.</summary>
internal sealed class ResponseUrls(SimulatorCore core)
{
    public const string Prefix = "/response/";

    private const int MaximumUses = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, ResponseUrl> _urls = new(StringComparer.Ordinal);

    public string Issue(SlackChannel channel, string userId, SlackMessage? original = null, SlackEphemeral? originalEphemeral = null)
    {
        var secret = Guid.NewGuid().ToString("N");
        _urls[secret] = new(channel, userId, core.Clock.GetUtcNow() + Lifetime) { Original = original, OriginalEphemeral = originalEphemeral };
        return new Uri(core.Address, $"{Prefix}{channel.Workspace.TeamId}/{secret}").ToString();
    }

    /// <summary>Does what a post asks for, and gives the status and text that Slack answers with.</summary>
    public (int Status, string Text) Post(string path, string body)
    {
        if (!_urls.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var url))
        {
            return (StatusCodes.Status404NotFound, "no_service");
        }
        if (core.Clock.GetUtcNow() > url.Until || url.Uses >= MaximumUses)
        {
            core.Unexpected.Add(url.Uses >= MaximumUses ? "A response URL was used more than five times." : "A response URL was used after thirty minutes.");
            return (StatusCodes.Status404NotFound, url.Uses >= MaximumUses ? "used_url" : "expired_url");
        }
        if (Json.TryObject(body) is not { } message)
        {
            return (StatusCodes.Status400BadRequest, "invalid_payload");
        }
        if (message["blocks"] is JsonArray blocks && BlockRules.CheckMessage(blocks) is { } refusal)
        {
            core.Unexpected.Add($"A response URL was given bad blocks: {refusal.Body.ToJsonString(Json.Options)}");
            return (StatusCodes.Status400BadRequest, refusal.Error!);
        }
        url.Uses++;
        return Apply(url, message);
    }

    /// <summary>Shows what a command's acknowledgement carries, as if it had been posted to the response URL.</summary>
    public void ShowAcknowledged(ResponseUrl url, JsonObject message) => Apply(url, message);

    /// <summary>The response URL itself, for <see cref="ShowAcknowledged"/>.</summary>
    public ResponseUrl Find(string address) => _urls[address[(address.LastIndexOf('/') + 1)..]];

    private (int Status, string Text) Apply(ResponseUrl url, JsonObject message)
    {
        var blocks = BlockIds.Fill(message["blocks"]?.DeepClone() as JsonArray, core.Ids);
        var text = message.Text("text") ?? "";
        if (IsTrue(message["delete_original"]))
        {
            Delete(url);
            return (StatusCodes.Status200OK, "ok");
        }
        if (text.Length == 0 && blocks is not { Count: > 0 })
        {
            return (StatusCodes.Status500InternalServerError, "no_text");
        }
        if (IsTrue(message["replace_original"]) && Replace(url, text, blocks))
        {
            return (StatusCodes.Status200OK, "ok");
        }
        Add(url, message, text, blocks);
        return (StatusCodes.Status200OK, "ok");
    }

    private void Add(ResponseUrl url, JsonObject message, string text, JsonArray? blocks)
    {
        var threadTs = message.Text("thread_ts");
        if (message.Text("response_type") == "in_channel")
        {
            var workspace = url.Channel.Workspace;
            core.Board.Post(url.Channel, new(workspace.BotUserId, text) { BotId = workspace.BotId, Blocks = blocks, ThreadTs = threadTs });
            return;
        }
        var shown = core.Ephemerals.Show(url.Channel, url.UserId, threadTs, text, blocks);
        url.OriginalEphemeral ??= url.Original is null ? shown : null;
    }

    private bool Replace(ResponseUrl url, string text, JsonArray? blocks)
    {
        if (url.OriginalEphemeral is { IsDeleted: false } ephemeral)
        {
            core.Ephemerals.Revise(ephemeral, text, blocks);
            return true;
        }
        if (url.Original is { IsDeleted: false } original)
        {
            core.Board.Edit(original, text, blocks);
            return true;
        }
        return false;
    }

    private void Delete(ResponseUrl url)
    {
        if (url.OriginalEphemeral is { } ephemeral)
        {
            core.Ephemerals.Delete(ephemeral);
        }
        else if (url.Original is { IsDeleted: false } original)
        {
            core.Board.Delete(original);
        }
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && (value.TryGetValue<bool>(out var flag) ? flag : value.ToString() == "true");
}
