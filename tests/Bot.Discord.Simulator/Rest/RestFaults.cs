namespace Bot.Discord.Simulator.Rest;

/// <summary>Decides what goes wrong with each request: what a test asked for first, then chance. Use it under the world's gate.</summary>
internal sealed class RestFaults(int seed)
{
    private static readonly int[] ServerErrors = [500, 502, 503, 504];

    private readonly List<Planned> _planned = [];
    private readonly Random _chance = new(seed);

    public RestChaos Chaos { get; set; } = RestChaos.None;

    /// <param name="route">A route's key, as in <see cref="RateLimitPlan.PostMessage"/>, or null for any.</param>
    /// <param name="times">How often; <see cref="int.MaxValue"/> for always.</param>
    public void Plan(string? route, RestFault fault, int times) => _planned.Add(new(route, fault) { Left = times });

    public void Clear() => _planned.Clear();

    public RestFault? Take(string route)
    {
        if (_planned.Find(planned => planned.Route is null || planned.Route == route) is { } found)
        {
            found.Left--;
            if (found.Left == 0)
            {
                _planned.Remove(found);
            }
            return found.Fault;
        }
        var roll = _chance.NextDouble();
        return roll switch
        {
            _ when roll < Chaos.RateLimited => new RestFault.RateLimited(Chaos.RetryAfter, "user"),
            _ when roll < Chaos.RateLimited + Chaos.FailedBefore => new RestFault.ServerError(AnyServerError(), Applied: false),
            _ when roll < Chaos.RateLimited + Chaos.FailedBefore + Chaos.FailedAfter => new RestFault.ServerError(AnyServerError(), Applied: true),
            _ => null,
        };
    }

    private int AnyServerError() => ServerErrors[_chance.Next(ServerErrors.Length)];

    private sealed record Planned(string? Route, RestFault Fault)
    {
        public int Left { get; set; }
    }
}
