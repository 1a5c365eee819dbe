using Bot.Discord.Simulator.Rest;

namespace Bot.Discord.Simulator;

/// <content>REST as tests see and disturb it.</content>
public sealed partial class DiscordSimulator
{
    /// <summary>Called with each request that is answered, after its deed and before its answer.</summary>
    public event Action<RestRequest>? RequestAnswered
    {
        add => _rest.Answered += value;
        remove => _rest.Answered -= value;
    }

    /// <summary>The requests answered so far, oldest first.</summary>
    public IReadOnlyList<RestRequest> RestLog => _rest.Log.Items;

    public int RestRequests => Locked(() => _rest.Requests);

    /// <summary>Answers 401, 403 and 429 (but for scope shared) so far, which count against the client's address.</summary>
    public int InvalidRequests => Locked(() => _rest.InvalidRequests);

    public RateLimitPlan RateLimits
    {
        get => Locked(() => _limiter.Plan);
        set => Locked(() => _limiter.Plan = value);
    }

    /// <summary>What goes wrong with requests by chance.</summary>
    public RestChaos RestChaos
    {
        get => Locked(() => _restFaults.Chaos);
        set => Locked(() => _restFaults.Chaos = value);
    }

    /// <summary>Plans what goes wrong with coming requests.</summary>
    /// <param name="route">A route as "POST /channels/{channel}/messages", or null for any.</param>
    /// <param name="times">How often; <see cref="int.MaxValue"/> for always.</param>
    public void FailNext(string? route, RestFault fault, int times = 1) => Locked(() => _restFaults.Plan(route, fault, times));

    /// <summary>Forgets all planned faults.</summary>
    public void ClearRestFaults() => Locked(_restFaults.Clear);

    /// <summary>Takes the next answered request of this route that no call took before.</summary>
    /// <exception cref="TimeoutException">None came within a minute.</exception>
    public Task<RestRequest> ExpectRequestAsync(string route, CancellationToken cancellationToken = default) =>
        _rest.Log.TakeAsync(route, request => request.Route == route, cancellationToken);
}
