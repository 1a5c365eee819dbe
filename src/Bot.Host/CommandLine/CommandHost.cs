using Bot.Host.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Host.CommandLine;

/// <summary>Runs a command inside a host of its own: settings checked first, failures turned into sentences and exit codes.</summary>
internal sealed class CommandHost(Surroundings surroundings)
{
    /// <param name="given">What every command takes.</param>
    /// <param name="run">Gets the command, made by the host's services.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public Task<int> RunAsync<TCommand>(CommonOptions given, Func<TCommand, Task<ExitCode>> run)
        where TCommand : notnull =>
        GuardAsync(given, async output =>
        {
            await using var services = BotHost.BuildServices(surroundings, output, given.Documents);
            return await run(Create<TCommand>(services));
        });

    /// <summary>The same, while a host's background services run; it ends when one of them stops the host.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public Task<int> ServeAsync<TCommand>(CommonOptions given, Func<TCommand, CancellationToken, Task<ExitCode>> run, CancellationToken cancellationToken)
        where TCommand : notnull =>
        GuardAsync(given, async output =>
        {
            using var host = BotHost.BuildHost(surroundings, output, given.Documents);
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

    private async Task<int> GuardAsync(CommonOptions given, Func<CommandOutput, Task<ExitCode>> run)
    {
        var output = new CommandOutput(surroundings.Streams, given.Json);
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
}
