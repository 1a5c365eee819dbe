namespace Bot.Benchmarks.Compare;

/// <summary>What a row was measured by, which tells how far it can be trusted on a machine that does other things too.</summary>
internal enum Gauge
{
    /// <summary>Processor time: a busy machine moves it a little.</summary>
    Cpu,

    /// <summary>Time on the wall: of use on a quiet machine only.</summary>
    Wall,

    /// <summary>Counted: the same in every run.</summary>
    Count,

    /// <summary>Memory of the process: nearly the same in every run.</summary>
    Memory,
}
