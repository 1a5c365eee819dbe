namespace Bot.Benchmarks.Compare;

/// <summary>How much is measured.</summary>
internal sealed record BenchSize
{
    /// <summary>The sizes that the goals are stated for.</summary>
    public static BenchSize Full { get; } = new()
    {
        Rounds = 5,
        Vectors = 100_000,
        ManyVectors = 1_000_000,
        FewVectors = 10_000,
        VectorQuestions = 300,
        Passages = 100_000,
        ManyPassages = 1_000_000,
        Questions = 1000,
        Files = 10_000,
        Starts = 7,
        MostPassages = 1_000_000,
    };

    /// <summary>For a check in seconds: the same rows, too small for most goals to mean what they say.</summary>
    public static BenchSize Small { get; } = new()
    {
        Rounds = 3,
        Vectors = 20_000,
        ManyVectors = 30_000,
        FewVectors = 5_000,
        VectorQuestions = 100,
        Passages = 4_000,
        ManyPassages = 8_000,
        Questions = 200,
        Files = 200,
        Starts = 3,
        MostPassages = 1_000,
    };

    /// <summary>How often each contestant is measured; the median counts.</summary>
    public required int Rounds { get; init; }

    public required int Vectors { get; init; }

    public required int ManyVectors { get; init; }

    public required int FewVectors { get; init; }

    public required int VectorQuestions { get; init; }

    public required int Passages { get; init; }

    public required int ManyPassages { get; init; }

    public required int Questions { get; init; }

    /// <summary>Of about ten passages each.</summary>
    public required int Files { get; init; }

    public required int Starts { get; init; }

    /// <summary>How far growth is followed.</summary>
    public required int MostPassages { get; init; }
}
