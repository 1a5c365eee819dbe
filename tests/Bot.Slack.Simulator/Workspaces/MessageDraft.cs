using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>What somebody is about to post.</summary>
internal sealed record MessageDraft(string AuthorId, string Text)
{
    public string? BotId { get; init; }

    public string? ThreadTs { get; init; }

    public JsonArray? Blocks { get; init; }

    public JsonObject? Metadata { get; init; }

    public JsonArray? Files { get; init; }

    public string? Subtype { get; init; }

    public bool Unfurls { get; init; } = true;

    public StreamState Stream { get; init; }

    public bool IsStoppable { get; init; }
}
