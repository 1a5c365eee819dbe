using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    public static RootCommand Build(CommandRunner runner)
    {
        var root = new RootCommand("Answers questions about your documents with quotes that you can check.")
        {
            runner.Documents,
            runner.Json,
        };
        // [word] at the start belongs to whoever asks.
        root.Directives.Clear();
        ServeCommand.Define(root, runner);
        root.Add(AskCommand.Define(runner));
        root.Add(ClauseCommand.Define(runner));
        root.Add(SourcesCommand.Define(runner));
        root.Add(CheckCommand.Define(runner));
        root.Add(EvalCommand.Define(runner));
        return root;
    }
}
