using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A message as the Web API and events write it.</summary>
internal static class MessageJson
{
    public static JsonObject Of(SlackMessage message, bool withMetadata = false)
    {
        var body = new JsonObject { ["type"] = "message" };
        if (message.Subtype is not null)
        {
            body["subtype"] = message.Subtype;
        }
        body["user"] = message.AuthorId;
        body["text"] = message.Text;
        body["ts"] = message.Ts;
        body["team"] = message.Channel.Workspace.TeamId;
        Put(body, "bot_id", message.BotId);
        Put(body, "thread_ts", message.ThreadTs);
        Put(body, "blocks", message.Blocks?.DeepClone());
        Put(body, "files", message.Files?.DeepClone());
        if (message.EditedTs is not null)
        {
            body["edited"] = new JsonObject { ["user"] = message.AuthorId, ["ts"] = message.EditedTs };
        }
        if (withMetadata)
        {
            Put(body, "metadata", message.Metadata?.DeepClone());
        }
        if (!message.Reactions.IsEmpty)
        {
            body["reactions"] = Reactions(message);
        }
        return body;
    }

    private static JsonArray Reactions(SlackMessage message) => [.. message.Reactions
        .GroupBy(reaction => reaction.Name, StringComparer.Ordinal)
        .Select(group => new JsonObject
        {
            ["name"] = group.Key,
            ["users"] = new JsonArray([.. group.Select(reaction => (JsonNode)reaction.UserId)]),
            ["count"] = group.Count(),
        })];

    private static void Put(JsonObject body, string key, JsonNode? value)
    {
        if (value is not null)
        {
            body[key] = value;
        }
    }
}
