using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>A modal or a Home tab, as one person sees it.</summary>
public sealed class SlackView
{
    internal SlackView(string id, ViewKind kind, string userId) => (Id, Kind, UserId, RootId) = (id, kind, userId, id);

    public string Id { get; }

    public ViewKind Kind { get; }

    public string UserId { get; }

    /// <summary>What the app last gave, with the ids that Slack fills in.</summary>
    public JsonObject Body { get; internal set; } = [];

    public string CallbackId => Body.Text("callback_id") ?? "";

    public string PrivateMetadata => Body.Text("private_metadata") ?? "";

    public JsonArray? Blocks => Body["blocks"] as JsonArray;

    /// <summary>Changes with each update; an update that names an older one is refused.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>How often the app gave it a new content.</summary>
    public int Updates { get; internal set; }

    public bool IsOpen { get; internal set; } = true;

    /// <summary>What the app last said is wrong with the input, by block id.</summary>
    public ImmutableDictionary<string, string> Errors { get; internal set; } = ImmutableDictionary<string, string>.Empty;

    internal string RootId { get; set; }

    /// <summary>The view below this one in the stack.</summary>
    internal SlackView? Previous { get; init; }

    /// <summary>What the person filled in: block id, action id, value.</summary>
    internal JsonObject State { get; } = [];
}
