using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Host.Ingestion;
using Spectre.Console;

namespace Bot.Host.CommandLine;

/// <summary>Where a command's results go: sentences for people or one JSON object a line for programs.</summary>
internal sealed class CommandOutput(StandardStreams streams, bool json)
{
    private readonly Lazy<IAnsiConsole> _console = new(() => Terminals.Open(streams.Output, streams.OutputIsTerminal));

    public bool Json => json;

    /// <summary>For people; colours and line breaks only where a terminal shows them.</summary>
    public IAnsiConsole Console => _console.Value;

    public StandardStreams Streams => streams;

    /// <summary>Writes one object on a line of its own and hands it to the reader at once.</summary>
    public void Write<T>(T value, JsonTypeInfo<T> type)
    {
        streams.Output.Write(JsonSerializer.Serialize(value, type));
        streams.Output.Write('\n');
        streams.Output.Flush();
    }

    public ExitCode Fail(ExitCode code, string sentence)
    {
        streams.Error.WriteLine(SafeText.ForTerminal(sentence));
        return code;
    }

    /// <summary>Says why there is no index.</summary>
    public ExitCode Fail(ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.NoSeeds missing => Fail(ExitCode.BadUsage, missing.Reason),
        ReloadOutcome.Failed failed => Fail(ExitCode.Failed, failed.Reason),
        _ => Fail(ExitCode.Failed, "Loading the documents was cancelled."),
    };
}
