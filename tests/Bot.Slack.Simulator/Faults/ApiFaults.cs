namespace Bot.Slack.Simulator.Faults;

/// <summary>Decides which calls go wrong: the next ones of a method, or a share of them by chance.</summary>
public sealed class ApiFaults
{
    /// <summary>Stands for a method's name where posts to response URLs are meant.</summary>
    public const string ResponseUrl = "response_url";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<ApiFault>> _next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiFault> _always = new(StringComparer.Ordinal);
    private readonly List<ChanceOfFault> _chances = [];

    /// <summary>Makes the next calls of a method fail, one fault each, in this order.</summary>
    public void Next(string method, params ApiFault[] faults)
    {
        lock (_gate)
        {
            if (!_next.TryGetValue(method, out var queue))
            {
                _next[method] = queue = new();
            }
            foreach (var fault in faults)
            {
                queue.Enqueue(fault);
            }
        }
    }

    /// <summary>Makes all calls of a method fail, until <see cref="Clear"/>.</summary>
    public void Always(string method, ApiFault fault)
    {
        lock (_gate)
        {
            _always[method] = fault;
        }
    }

    /// <summary>Makes a share of the calls of some methods fail, each with one of the faults. The same seed makes the same choices for the same calls.</summary>
    public void ByChance(int seed, double share, IReadOnlyCollection<string> methods, params ApiFault[] faults)
    {
        lock (_gate)
        {
            _chances.Add(new(new(seed), share, methods, faults));
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _next.Clear();
            _always.Clear();
            _chances.Clear();
        }
    }

    internal ApiFault? Take(string method)
    {
        lock (_gate)
        {
            return _next.TryGetValue(method, out var queue) && queue.TryDequeue(out var next) ? next
                : _always.TryGetValue(method, out var always) ? always
                : _chances.Select(chance => chance.Draw(method)).FirstOrDefault(fault => fault is not null);
        }
    }

    private sealed record ChanceOfFault(Random Chance, double Share, IReadOnlyCollection<string> Methods, ApiFault[] Faults)
    {
        public ApiFault? Draw(string method) =>
            Methods.Contains(method) && Chance.NextDouble() < Share ? Faults[Chance.Next(Faults.Length)] : null;
    }
}
