using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>A bar that moves while something is done, and goes when it is.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    // Beside the longest label, on 80 columns.
    private const int BarWidth = 24;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);

    /// <summary>Shows nothing for what is done at once, and nothing where nobody looks.</summary>
    /// <param name="output">The bar goes to standard error, beside the results.</param>
    /// <param name="latest">What is being done, and how far it has come.</param>
    /// <param name="work">What is waited for; its failure is the caller's to see.</param>
    /// <param name="clock">Moves the bar.</param>
    public static async Task ShowAsync(CommandOutput output, Func<(string Label, int Done, int Total)> latest, Task work, TimeProvider clock)
    {
        if (!output.Streams.OutputIsTerminal || !output.Streams.ErrorIsTerminal)
        {
            return;
        }
        if (await Task.WhenAny(work, Task.Delay(Patience, clock, CancellationToken.None)) != work)
        {
            await MoveAsync(Terminals.Open(output.Streams.Error, isTerminal: true), latest, work, clock);
        }
    }

    private static Task MoveAsync(IAnsiConsole console, Func<(string Label, int Done, int Total)> latest, Task work, TimeProvider clock) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, new PercentageColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(SafeText.OneLine(latest().Label)));
                while (!work.IsCompleted)
                {
                    var (label, done, total) = latest();
                    bar.Description = Markup.Escape(SafeText.OneLine(label));
                    (bar.MaxValue, bar.Value) = (Math.Max(total, 1), done);
                    await Task.WhenAny(work, Task.Delay(Frame, clock, CancellationToken.None));
                }
            });
}
