using Bot.Host.CommandLine.Views;
using Bot.Host.Ingestion;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>Loads the documents for a command, with a progress bar when somebody waits at a terminal.</summary>
internal sealed class SeedsLoader(IndexRefresher refresher, CommandOutput output, TimeProvider clock)
{
    public async Task<ReloadOutcome> LoadAsync(CancellationToken cancellationToken)
    {
        var progress = new LatestProgress<ReloadProgress>();
        var loading = refresher.ReloadAsync(progress, cancellationToken);
        var texts = ConsoleTexts.ForSystem();
        await ProgressBar.ShowAsync(output, Shown, loading, clock);
        return await loading;

        (string Label, int Done, int Total) Shown()
        {
            var latest = progress.Latest;
            return (ProgressLines.Label(texts, latest), latest.Done, latest.Total);
        }
    }
}
