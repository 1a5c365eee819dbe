using Bot.Host.CommandLine.Json;

namespace Bot.Host.CommandLine;

/// <summary>
/// Works through a stream of JSON lines in order. A bad line gets an error object (a sentence, for people) and the rest
/// goes on; the stream has failed if any line did. What isn't found is an answer like any other.
/// </summary>
internal sealed class InputLines(CommandOutput output, string property)
{
    /// <summary>Stands for standard input in place of a text.</summary>
    public const string Marker = "-";

    public async Task<ExitCode> AnswerAsync(Func<InputLine.Asked, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        var code = ExitCode.Done;
        await foreach (var line in JsonLines.ReadAsync(output.Streams.Input, property, cancellationToken))
        {
            if (await TryAsync(line, answer, cancellationToken) is { } error)
            {
                Write(error);
                code = ExitCode.Failed;
            }
            await output.Streams.Output.FlushAsync(cancellationToken);
        }
        return code;
    }

    private static async Task<LineErrorJson?> TryAsync(InputLine line, Func<InputLine.Asked, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        if (line is InputLine.Bad bad)
        {
            return new(bad.Id, bad.Line, bad.Error);
        }
        var asked = (InputLine.Asked)line;
        try
        {
            await answer(asked, cancellationToken);
            return null;
        }
        catch (Exception ex) when (ex is not OutputClosedException && !cancellationToken.IsCancellationRequested)
        {
            return new(asked.Id, asked.Line, $"Line {asked.Line} could not be answered: {ex.Message}");
        }
    }

    private void Write(LineErrorJson error)
    {
        if (output.Json)
        {
            output.Write(error, HostJson.Lines.LineErrorJson);
        }
        else
        {
            output.Streams.Error.WriteLine(SafeText.OneLine(error.Error));
        }
    }
}
