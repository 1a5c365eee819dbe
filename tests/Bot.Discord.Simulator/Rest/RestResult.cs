using System.Text.Json.Nodes;

namespace Bot.Discord.Simulator.Rest;

/// <summary>What a request is answered with.</summary>
internal sealed record RestResult(int Status, byte[] Body, string ContentType)
{
    public static RestResult NoContent { get; } = new(204, [], "");

    public static RestResult Ok(JsonNode json) => Of(200, json);

    public static RestResult Of(int status, JsonNode json) => new(status, Json.Bytes(json), "application/json");

    /// <summary>The page of the guard before Discord's servers, which isn't JSON.</summary>
    public static RestResult Html(int status, string title) =>
        new(status, System.Text.Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{title}</title></head><body>{title}</body></html>"), "text/html");
}
