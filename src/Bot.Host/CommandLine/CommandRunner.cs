using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary>Has the host run what the command line asks for.</summary>
internal sealed class CommandRunner(CommandHost host)
{
    public Option<string> Documents { get; } = DocumentsOption();

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "For programs: one JSON object a line.",
        Recursive = true,
    };

    /// <summary>Makes a command's action out of a method of its service.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Action<TCommand>(Func<TCommand, ParseResult, CancellationToken, Task<ExitCode>> run)
        where TCommand : notnull =>
        (parsed, cancellationToken) => host.RunAsync<TCommand>(Given(parsed), command => run(command, parsed, cancellationToken));

    /// <summary>The same, for one that serves.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> ServingAction<TCommand>(Func<TCommand, CancellationToken, Task<ExitCode>> run)
        where TCommand : notnull =>
        (parsed, cancellationToken) => host.ServeAsync(Given(parsed), run, cancellationToken);

    private CommonOptions Given(ParseResult parsed) => new(parsed.GetValue(Documents), parsed.GetValue(Json));

    private static Option<string> DocumentsOption()
    {
        var option = new Option<string>("--documents")
        {
            Description = "Folder of documents, in place of the configured seeds.",
            HelpName = "DIR",
            Recursive = true,
        };
        option.Validators.Add(static given =>
        {
            if (given.Tokens is [{ Value: var folder }] && (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0')))
            {
                given.AddError("--documents needs the name of a folder, for example: --documents seeds");
            }
        });
        return option;
    }
}
