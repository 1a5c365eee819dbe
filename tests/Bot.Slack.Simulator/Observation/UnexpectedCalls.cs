using System.Collections.Immutable;

namespace Bot.Slack.Simulator.Observation;

/// <summary>What the app did that no app should: it fails the test at the end unless the test looks for it.</summary>
internal sealed class UnexpectedCalls(SimulatorCore core)
{
    private ImmutableArray<string> _all = [];

    public ImmutableArray<string> All => _all;

    public void Add(string what)
    {
        lock (core.Gate)
        {
            _all = _all.Add(what);
            core.Changes.Publish(new SlackChange.Unexpected(what));
        }
    }

    /// <summary>Gives what was recorded and forgets it.</summary>
    public ImmutableArray<string> Take() => ImmutableInterlocked.InterlockedExchange(ref _all, []);
}
