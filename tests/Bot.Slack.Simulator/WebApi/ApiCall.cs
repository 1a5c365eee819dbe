using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>A call with its arguments, which came as JSON or as a form whose nested values are JSON texts.</summary>
internal sealed class ApiCall(string method, string? token, bool isTokenInBody, JsonObject arguments, string? warning)
{
    public string Method { get; } = method;

    public string? Token { get; } = token;

    public bool IsTokenInBody { get; } = isTokenInBody;

    public JsonObject Arguments { get; } = arguments;

    /// <summary>What is odd about the request, such as <c>missing_charset</c>.</summary>
    public string? Warning { get; } = warning;

    /// <summary>Whose bot token it came with. Set once the token was looked at.</summary>
    public SlackWorkspace Workspace { get; set; } = null!;

    public bool Has(string name) => Arguments[name] is not null;

    public string? Text(string name) => Arguments[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(Json.Options),
    };

    public bool Flag(string name) => Text(name) is "true" or "1" or "True";

    public int Number(string name, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A copy of a nested value; null where it is missing or no JSON.</summary>
    public JsonNode? Node(string name) => Arguments[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Json.TryParse(value.GetValue<string>()),
        var other => other.DeepClone(),
    };
}
