using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Opens, changes and closes modals, and keeps each person's Home tab. Runs under the core's gate.</summary>
internal sealed class ViewBoard(SimulatorCore core)
{
    private readonly Dictionary<string, SlackView> _views = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackView> _homes = new(StringComparer.Ordinal);

    /// <summary>All modals ever opened, oldest first.</summary>
    public ImmutableArray<SlackView> Modals { get; private set; } = [];

    public SlackView? Find(string? id) => id is null ? null : _views.GetValueOrDefault(id);

    public SlackView? FindByExternalId(string? id) => id is null ? null : _views.Values.LastOrDefault(view => view.IsOpen && view.Body.Text("external_id") == id);

    public SlackView? Home(string userId) => _homes.GetValueOrDefault(userId);

    /// <summary>The modal on top of a person's stack.</summary>
    public SlackView? Top(string userId) => Modals.LastOrDefault(view => view.UserId == userId && view.IsOpen);

    public int Depth(string userId) => Modals.Count(view => view.UserId == userId && view.IsOpen);

    public SlackView Open(string userId, JsonObject body, SlackView? previous)
    {
        var view = new SlackView(core.Ids.Next("V"), ViewKind.Modal, userId) { Previous = previous };
        view.RootId = previous?.RootId ?? view.Id;
        _views[view.Id] = view;
        Modals = Modals.Add(view);
        Give(view, body);
        core.Changes.Publish(new SlackChange.ViewShown(view));
        return view;
    }

    public SlackView Publish(string userId, JsonObject body)
    {
        if (!_homes.TryGetValue(userId, out var view))
        {
            _homes[userId] = view = new(core.Ids.Next("V"), ViewKind.Home, userId);
            _views[view.Id] = view;
        }
        Update(view, body);
        return view;
    }

    public void Update(SlackView view, JsonObject body)
    {
        view.Updates++;
        view.Errors = view.Errors.Clear();
        Give(view, body);
        core.Changes.Publish(new SlackChange.ViewShown(view));
    }

    public void SetErrors(SlackView view, ImmutableDictionary<string, string> errors)
    {
        view.Errors = errors;
        core.Changes.Publish(new SlackChange.ViewShown(view));
    }

    public void Close(SlackView view)
    {
        view.IsOpen = false;
        core.Changes.Publish(new SlackChange.ViewClosed(view));
    }

    public void CloseAll(string userId)
    {
        foreach (var view in Modals.Where(view => view.UserId == userId && view.IsOpen))
        {
            Close(view);
        }
    }

    private void Give(SlackView view, JsonObject body)
    {
        BlockIds.Fill(body["blocks"] as JsonArray, core.Ids);
        view.Body = body;
        view.Hash = $"{core.Timestamps.Next()}.{core.Ids.Next("h")}";
        // What was filled in stays only while its field does, by block and action id.
        foreach (var (blockId, _) in view.State.ToList())
        {
            if (view.Blocks?.OfType<JsonObject>().Any(block => block.Text("block_id") == blockId) != true)
            {
                view.State.Remove(blockId);
            }
        }
    }
}
