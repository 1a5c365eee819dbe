using Bot.Slack.Simulator.WebApi;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Trigger ids: each opens one view, within three seconds.</summary>
internal sealed class TriggerBook(SimulatorCore core)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> _triggers = new(StringComparer.Ordinal);

    public string Issue(string userId)
    {
        var id = $"{core.Ids.Next("1")}.{core.Ids.Next("2")}.{Guid.NewGuid():N}";
        _triggers[id] = new(userId, core.Clock.GetUtcNow() + Lifetime);
        return id;
    }

    /// <summary>Uses a trigger up; a null result means that it was good, for the person it gives.</summary>
    public ApiResult? Exchange(string? id, out string userId)
    {
        userId = "";
        if (id is null || !_triggers.TryGetValue(id, out var trigger))
        {
            return ApiResult.Fail("invalid_trigger_id");
        }
        if (trigger.IsExchanged)
        {
            return ApiResult.Fail("exchanged_trigger_id");
        }
        _triggers[id] = trigger with { IsExchanged = true };
        userId = trigger.UserId;
        return core.Clock.GetUtcNow() > trigger.Until ? ApiResult.Fail("expired_trigger_id") : null;
    }

    private sealed record Trigger(string UserId, DateTimeOffset Until, bool IsExchanged = false);
}
