namespace Bot.Discord.Simulator;

/// <summary>Calls that Discord doesn't know or that show a client's mistake. A test fails on them.</summary>
internal sealed class Unexpected
{
    private const int Limit = 1000;

    private readonly Lock _gate = new();
    private readonly List<string> _calls = [];

    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public void Add(string call)
    {
        lock (_gate)
        {
            if (_calls.Count < Limit)
            {
                _calls.Add(call);
            }
        }
    }
}
