using System.Globalization;
using System.Text.Json;
using Bot.Host.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Support;

/// <summary>The real command line in this process, on streams and folders of the test's own.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<JsonElement> Objects =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    public static async Task<CommandLineRun> RunAsync(
        TemporaryFolder folder, IReadOnlyList<string> args, string input = "", Action<IServiceCollection>? replace = null,
        string? currentDirectory = null, TextReader? reader = null, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            Streams = new StandardStreams(reader ?? new StringReader(input), output, error),
            CurrentDirectory = currentDirectory ?? folder.Path,
            ProgramDirectory = folder.Path,
            Replace = replace ?? (static _ => { }),
        };
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var code = await CommandLineApp.RunAsync(args, surroundings, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
