namespace Bot.Benchmarks.Measuring;

/// <summary>
/// What several contestants measured in turn: first of all, then second of all. A machine that slows down in between slows
/// all of them.
/// </summary>
internal sealed class Contest
{
    private readonly Sample[][] _samples;

    private Contest(Sample[][] samples) => _samples = samples;

    /// <param name="rounds">How often each is measured.</param>
    /// <param name="contestants">Each does one round, and has warmed up before.</param>
    public static async Task<Contest> RunAsync(int rounds, params Func<Task<Sample>>[] contestants)
    {
        var samples = contestants.Select(_ => new Sample[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                samples[i][round] = await contestants[i]();
            }
        }
        return new(samples);
    }

    /// <inheritdoc cref="RunAsync(int, Func{Task{Sample}}[])"/>
    public static Task<Contest> RunAsync(int rounds, params Func<Sample>[] contestants) =>
        RunAsync(rounds, [.. contestants.Select(contestant => new Func<Task<Sample>>(() => Task.FromResult(contestant())))]);

    /// <summary>The median of a contestant's rounds.</summary>
    public double Median(int contestant, Func<Sample, double> figure) => Statistics.Median(_samples[contestant].Select(figure));

    /// <summary>The median of the rounds' ratios, so each round is compared with the one beside it.</summary>
    public double Ratio(int contestant, int other, Func<Sample, double> figure) =>
        Statistics.Median(_samples[contestant].Zip(_samples[other], (mine, theirs) => figure(mine) / figure(theirs)));
}
