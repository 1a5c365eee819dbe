using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>An answer of the Web API: <c>ok</c> with what the method gives, or an error code.</summary>
internal sealed class ApiResult
{
    private ApiResult(JsonObject body) => Body = body;

    public JsonObject Body { get; }

    public string? Error => Body.Text("error");

    public static ApiResult Ok(JsonObject? rest = null) => With(new() { ["ok"] = true }, rest);

    public static ApiResult Fail(string error, JsonObject? rest = null) => With(new() { ["ok"] = false, ["error"] = error }, rest);

    /// <summary>A failure that says, in <c>response_metadata.messages</c>, what is wrong.</summary>
    public static ApiResult Fail(string error, IEnumerable<string> messages) =>
        Fail(error, new JsonObject { ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]) } });

    private static ApiResult With(JsonObject body, JsonObject? rest)
    {
        foreach (var (key, value) in rest?.ToList() ?? [])
        {
            rest!.Remove(key);
            body[key] = value;
        }
        return new(body);
    }
}
