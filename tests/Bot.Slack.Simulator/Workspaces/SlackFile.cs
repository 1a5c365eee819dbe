using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Workspaces;

/// <summary>A file, uploaded or on its way.</summary>
public sealed class SlackFile(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string? Title { get; internal set; }

    public ReadOnlyMemory<byte> Content { get; internal set; }

    /// <summary>Whether the upload was completed, so that the file can be seen.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>How many bytes the app announced.</summary>
    internal int AnnouncedLength { get; init; }

    internal JsonObject ToJson(Uri address) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["title"] = Title ?? Name,
        ["size"] = Content.Length,
        ["mimetype"] = "application/octet-stream",
        ["url_private"] = new Uri(address, $"files-pri/{Id}").ToString(),
        ["url_private_download"] = new Uri(address, $"files-pri/{Id}").ToString(),
    };
}
