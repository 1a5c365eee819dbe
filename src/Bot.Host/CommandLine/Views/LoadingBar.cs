using Bot.Host.Texts;
using Bot.Retrieval.Indexing;
using Spectre.Console;

namespace Bot.Host.CommandLine.Views;

/// <summary>A bar that moves while documents are loaded, and goes when they are.</summary>
internal static class LoadingBar
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(50);

    public static Task ShowAsync(
        IAnsiConsole console, ConsoleTexts texts, LatestProgress progress, Task loading, TimeProvider clock, CancellationToken cancellationToken) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(texts.Stage(ReloadStage.Reading)), maxValue: 1);
                while (!loading.IsCompleted)
                {
                    var (stage, done, total) = progress.Latest;
                    bar.Description = Markup.Escape(texts.Stage(stage));
                    (bar.MaxValue, bar.Value) = (Math.Max(total, 1), done);
                    await Task.WhenAny(loading, Task.Delay(Frame, clock, cancellationToken));
                }
            });
}
