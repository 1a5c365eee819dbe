namespace Bot.Host.CommandLine;

/// <summary>What the process says to whoever started it. Scripts rely on the numbers.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>It started and could not finish; for a stream of questions, some line got an error object.</summary>
    Failed = 1,

    /// <summary>Wrong arguments, wrong settings, or no such folder.</summary>
    BadUsage = 2,

    /// <summary>It worked, and the documents have nothing to say: a single question or reference only.</summary>
    NothingFound = 3,
}
