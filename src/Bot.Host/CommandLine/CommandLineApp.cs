using System.CommandLine;
using System.Globalization;

namespace Bot.Host.CommandLine;

/// <summary>The whole program behind its arguments and streams.</summary>
internal static class CommandLineApp
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var streams = surroundings.Streams;
        try
        {
            var host = new CommandHost(surroundings);
            // Nothing to parse, and the parser is a tenth of what a start takes.
            var code = args.Count == 0
                ? await host.ServeAsync<ServeCommand>(default, (serve, end) => serve.RunAsync(end), cancellationToken)
                : await ParsedAsync(args, host, streams, cancellationToken);
            // What was answered before Ctrl-C is still worth reading.
            await streams.Output.FlushAsync(CancellationToken.None);
            // A background service that failed says so there.
            return code == 0 ? Environment.ExitCode : code;
        }
        catch (OutputClosedException)
        {
            return (int)ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Failed;
        }
    }

    private static async Task<int> ParsedAsync(IReadOnlyList<string> args, CommandHost host, StandardStreams streams, CancellationToken cancellationToken)
    {
        // Questions may start with @, which would name a response file.
        var parsed = CommandTree.Build(new CommandRunner(host)).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await streams.Error.WriteLineAsync(SafeText.ForTerminal(error.Message));
            }
            await streams.Error.WriteLineAsync("Run with --help to see what there is.");
            return (int)ExitCode.BadUsage;
        }
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = streams.Output,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
                // The library's own handling of signals crashes where one comes while the command ends; see TerminationSignals.
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }
}
