using System.CommandLine;
using Bot.Host.Chat;

namespace Bot.Host.CommandLine;

/// <summary>No command: serves whoever is there, which without a chat platform is the console.</summary>
internal sealed class ServeCommand(ConsoleChat chat)
{
    public static void Define(RootCommand root, CommandRunner runner) =>
        root.SetAction(runner.ServingAction<ServeCommand>((serve, cancellationToken) => serve.RunAsync(cancellationToken)));

    public Task<ExitCode> RunAsync(CancellationToken cancellationToken) => chat.RunAsync(cancellationToken);
}
