using Spectre.Console;

namespace Bot.Host.CommandLine;

/// <summary>Opens Spectre consoles.</summary>
internal static class Terminals
{
    // Piped text belongs to the program that reads it: no colours, and no line broken but by its writer.
    private const int PipedWidth = 100_000;

    public static IAnsiConsole Open(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = PipedWidth;
        }
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
