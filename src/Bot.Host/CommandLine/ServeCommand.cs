using System.CommandLine;
using Bot.Host.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.CommandLine;

/// <summary>No command: serves the chats that there are credentials for; without any, the console.</summary>
internal sealed class ServeCommand(IServiceProvider services)
{
    public static void Define(RootCommand root, CommandRunner runner) =>
        root.SetAction(runner.ServingAction<ServeCommand>((serve, cancellationToken) => serve.RunAsync(cancellationToken)));

    public Task<ExitCode> RunAsync(CancellationToken cancellationToken) => services.GetService<Worker>() is { } worker
        ? worker.RunAsync(cancellationToken)
        : services.GetRequiredService<ConsoleChat>().RunAsync(cancellationToken);
}
