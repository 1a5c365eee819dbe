namespace Bot.Benchmarks.Measuring;

/// <summary>What one round cost, per operation. Times in seconds.</summary>
internal sealed record Sample
{
    /// <summary>Processor time, of all threads.</summary>
    public required double Cpu { get; init; }

    public required double Wall { get; init; }

    /// <summary>Bytes on the managed heap.</summary>
    public double Allocated { get; init; }

    /// <summary>Processor time of the median operation; <see cref="Cpu"/> where they weren't measured one by one.</summary>
    public double MedianCpu { get => field > 0 ? field : Cpu; init; }

    /// <summary>Processor time that 99 of 100 operations don't exceed.</summary>
    public double HighCpu { get => field > 0 ? field : Cpu; init; }

    public double MedianWall { get => field > 0 ? field : Wall; init; }

    /// <summary>Wall time that 99 of 100 operations don't exceed.</summary>
    public double HighWall { get => field > 0 ? field : Wall; init; }
}
