using System.Text.Json.Nodes;

namespace Bot.Discord.Simulator.Rest;

/// <summary>An answer that says no, with Discord's code for the reason.</summary>
internal sealed class ApiException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public static ApiException NotFound(int code, string what) => new(404, code, $"Unknown {what}");

    public static ApiException UnknownChannel() => NotFound(10003, "Channel");

    public static ApiException UnknownGuild() => NotFound(10004, "Guild");

    public static ApiException UnknownMessage() => NotFound(10008, "Message");

    public static ApiException UnknownInteraction() => NotFound(10062, "interaction");

    public static ApiException MissingAccess() => new(403, 50001, "Missing Access");

    public static ApiException MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static ApiException Unauthorized() => new(401, 0, "401: Unauthorized");

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (errors is not null)
        {
            body["errors"] = errors.DeepClone();
        }
        return body;
    }
}
