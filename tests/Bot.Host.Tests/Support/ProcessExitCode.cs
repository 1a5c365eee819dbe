namespace Bot.Host.Tests.Support;

/// <summary>Tests of programs that set the exit code of the process that they run in: none of the others may read it meanwhile.</summary>
[CollectionDefinition(nameof(ProcessExitCode), DisableParallelization = true)]
public sealed class ProcessExitCode;
