using Bot.Host.CommandLine;
using Bot.Host.Ingestion;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Conversations.Responding;

/// <summary>Reads the documents again, showing how far it has come.</summary>
internal sealed class ReloadResponder(IndexRefresher refresher, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    public async Task<Reply> RespondAsync(IChatPlatform platform, IncomingMessage message, CancellationToken cancellationToken)
    {
        var language = message.SpokenLanguage();
        var texts = ConsoleTexts.Of(language);
        var progress = new LatestProgress<ReloadProgress>();
        var reloading = refresher.ReloadAsync(progress, cancellationToken);
        while (await Task.WhenAny(reloading, Task.Delay(Pace, clock, cancellationToken)) != reloading && !cancellationToken.IsCancellationRequested)
        {
            var lines = ProgressLines.Of(texts, ConversationTexts.Of(language), progress.Latest);
            var soFar = Reply.Plain(language, string.Join('\n', lines)) with { IsPrivate = true };
            await platform.ShowProgressAsync(message, soFar, cancellationToken);
        }
        return Reply.Plain(language, string.Join('\n', Lines(texts, await reloading)));
    }

    private static IEnumerable<string> Lines(ConsoleTexts texts, ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.Reloaded(var report) => report.Quarantined.IsEmpty
            ? ReportLines.Of(texts, report)
            : [.. ReportLines.Of(texts, report), texts.Report.Quarantined, .. ReportLines.LeftOut(texts, report.Quarantined)],
        ReloadOutcome.NoSeeds(var reason) => [reason],
        ReloadOutcome.Failed(var reason) => [reason],
        _ => [texts.ReloadCancelled],
    };
}
