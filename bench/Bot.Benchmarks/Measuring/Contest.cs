namespace Bot.Benchmarks.Measuring;

/// <summary>
/// What several contestants measured in turn: first of all, then second of all. A machine that slows down in between slows
/// all of them.
/// </summary>
/// <typeparam name="T">What a round gives.</typeparam>
internal sealed class Contest<T>(T[][] rounds)
{
    /// <summary>The median of a contestant's rounds.</summary>
    public double Median(int contestant, Func<T, double> figure) => Statistics.Median(rounds[contestant].Select(figure));

    /// <summary>The median of the rounds' ratios, so each round is compared with the one beside it.</summary>
    public double Ratio(int contestant, int other, Func<T, double> figure) =>
        Statistics.Median(rounds[contestant].Zip(rounds[other], (mine, theirs) => figure(mine) / figure(theirs)));
}

/// <summary>Runs contests.</summary>
internal static class Contest
{
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="contestants">Each does one round, and has warmed up before.</param>
    public static async Task<Contest<T>> RunAsync<T>(int rounds, params Func<Task<T>>[] contestants)
    {
        var measured = contestants.Select(_ => new T[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                measured[i][round] = await contestants[i]();
            }
        }
        return new(measured);
    }

    /// <inheritdoc cref="RunAsync{T}(int, Func{Task{T}}[])"/>
    public static Task<Contest<T>> RunAsync<T>(int rounds, params Func<T>[] contestants) =>
        RunAsync(rounds, [.. contestants.Select(contestant => new Func<Task<T>>(() => Task.FromResult(contestant())))]);
}
