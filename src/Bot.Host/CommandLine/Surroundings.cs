using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.CommandLine;

/// <summary>What the process finds around itself. A test makes its own.</summary>
internal sealed record Surroundings
{
    public required StandardStreams Streams { get; init; }

    public required string CurrentDirectory { get; init; }

    /// <summary>Where the program's own files are.</summary>
    public required string ProgramDirectory { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called last, so that it can put other services in place.</summary>
    public Action<IServiceCollection> Replace { get; init; } = static _ => { };

    public static Surroundings OfProcess() => new()
    {
        Streams = StandardStreams.OfProcess(),
        CurrentDirectory = Environment.CurrentDirectory,
        ProgramDirectory = AppContext.BaseDirectory,
    };
}
