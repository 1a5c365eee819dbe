using System.Text.Json.Serialization;

namespace Bot.Host.Admin;

/// <summary>The answer of <c>/health/live</c>.</summary>
internal sealed record LiveJson(string Status);

/// <summary>The answer of <c>/health/ready</c>.</summary>
/// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
/// <param name="Index">The revision; empty while there is none.</param>
/// <param name="Platforms">Each chat.</param>
/// <param name="Storage">What is wrong with storing conversations; null while nothing is.</param>
internal sealed record ReadyJson(string Status, string Index, IReadOnlyList<PlatformJson> Platforms, string? Storage)
{
    public static ReadyJson From(StatusReport report) => new(
        report.IsReady ? "ready" : "notReady",
        report.Revision,
        [.. report.Platforms.Select(platform => new PlatformJson(platform.Name, platform.State.Connection.ToString().ToLowerInvariant(), platform.State.Problem))],
        report.StorageProblem);
}

/// <param name="Name">The chat.</param>
/// <param name="Connection"><c>connected</c>, <c>connecting</c> or <c>failed</c>.</param>
/// <param name="Problem">What is wrong, in a sentence, or null.</param>
internal sealed record PlatformJson(string Name, string Connection, string? Problem);

[JsonSerializable(typeof(LiveJson))]
[JsonSerializable(typeof(ReadyJson))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HealthJson : JsonSerializerContext;
