using System.Collections.Immutable;

namespace Bot.Slack.Simulator.Observation;

/// <summary>What the app did that no app should: it fails the test at the end unless the test looks for it.</summary>
internal sealed class UnexpectedCalls
{
    private ImmutableArray<string> _all = [];

    public ImmutableArray<string> All => _all;

    public void Add(string what) => ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), what);

    /// <summary>Gives what was recorded and forgets it.</summary>
    public ImmutableArray<string> Take() => ImmutableInterlocked.InterlockedExchange(ref _all, []);
}
