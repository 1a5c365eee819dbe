using System.Text.Json;

namespace Bot.Discord.Simulator.Rest;

/// <summary>A request that was answered.</summary>
/// <param name="Route">The route's key, as in "POST /channels/{channel}/messages"; the method and path where no route fits.</param>
/// <param name="Status">The answer's HTTP status; 0 where the connection was cut.</param>
/// <param name="Applied">Whether it was carried out.</param>
public sealed record RestRequest(string Route, string Path, JsonElement Body, int Status, bool Applied, DateTimeOffset At);
