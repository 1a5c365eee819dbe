using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Texts;

namespace Bot.Host.CommandLine;

/// <summary>Loads the documents for a command, with a progress bar when somebody waits at a terminal.</summary>
internal sealed class SeedsLoader(IndexRefresher refresher, CommandOutput output, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public async Task<ReloadOutcome> LoadAsync(CancellationToken cancellationToken)
    {
        if (!output.Streams.OutputIsTerminal || !output.Streams.ErrorIsTerminal)
        {
            return await refresher.ReloadAsync(progress: null, cancellationToken);
        }
        var progress = new LatestProgress();
        var loading = refresher.ReloadAsync(progress, cancellationToken);
        if (await Task.WhenAny(loading, Task.Delay(Patience, clock, cancellationToken)) != loading)
        {
            var console = Terminals.Open(output.Streams.Error, isTerminal: true);
            await LoadingBar.ShowAsync(console, ConsoleTexts.ForSystem(), progress, loading, clock, cancellationToken);
        }
        return await loading;
    }
}
