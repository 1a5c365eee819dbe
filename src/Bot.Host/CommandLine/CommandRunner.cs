using System.CommandLine;
using Bot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Host.CommandLine;

/// <summary>Runs a command inside a host of its own: settings checked first, failures turned into sentences and exit codes.</summary>
internal sealed class CommandRunner(Surroundings surroundings)
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
        (parsed, cancellationToken) => GuardAsync(parsed, async output =>
        {
            await using var services = BotHost.BuildServices(surroundings, output, parsed.GetValue(Documents));
            return await run(Create<TCommand>(services), parsed, cancellationToken);
        });

    /// <summary>The same, while a host's background services run; it ends when one of them stops the host.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> ServingAction<TCommand>(Func<TCommand, CancellationToken, Task<ExitCode>> run)
        where TCommand : notnull =>
        (parsed, cancellationToken) => GuardAsync(parsed, async output =>
        {
            using var host = BotHost.BuildHost(surroundings, output, parsed.GetValue(Documents));
            var command = Create<TCommand>(host.Services);
            await host.StartAsync(cancellationToken);
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
            try
            {
                return await run(command, end.Token);
            }
            finally
            {
                await host.StopAsync(CancellationToken.None);
            }
        });

    // All that is wrong with the settings is said before anything is made from them.
    private static TCommand Create<TCommand>(IServiceProvider services)
        where TCommand : notnull
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        return ActivatorUtilities.CreateInstance<TCommand>(services);
    }

    private async Task<int> GuardAsync(ParseResult parsed, Func<CommandOutput, Task<ExitCode>> run)
    {
        var output = new CommandOutput(surroundings.Streams, parsed.GetValue(Json));
        try
        {
            return (int)await run(output);
        }
        catch (Exception ex) when (SettingsErrors.Of(ex) is { } errors)
        {
            return (int)output.Fail(ExitCode.BadUsage, errors);
        }
        catch (BadUsageException ex)
        {
            return (int)output.Fail(ExitCode.BadUsage, ex.Message);
        }
        catch (Exception ex) when (ex is not (OutputClosedException or OperationCanceledException))
        {
            return (int)output.Fail(ExitCode.Failed, $"That failed: {ex.Message}");
        }
    }

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
