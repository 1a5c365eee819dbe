using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Discord.Simulator.Rest;

/// <summary>What came with a request: its JSON, and the files beside it.</summary>
internal sealed record RestBody(JsonElement Json, ImmutableArray<UploadedFile> Files)
{
    public static RestBody Empty { get; } = new(Simulator.Json.EmptyObject, []);
}
