using Bot.Host.Texts;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>What is said while a reload runs, the same everywhere.</summary>
internal static class ProgressLines
{
    /// <summary>What it is at and, once that can be told, how fast it goes; one line.</summary>
    public static string Label(ConsoleTexts texts, ReloadProgress progress) =>
        progress is { PerSecond: { } rate, Remaining: { } left }
            ? $"{texts.Stage(progress.Stage)} · {texts.Pace(rate, left)}"
            : texts.Stage(progress.Stage);

    /// <summary>With how much is done; at most two lines.</summary>
    public static IEnumerable<string> Of(ConsoleTexts texts, ConversationTexts words, ReloadProgress progress)
    {
        yield return words.Progress(Label(texts, progress), progress.Done, progress.Total);
        if (progress.Stage != ReloadStage.Reading)
        {
            yield return texts.SoFar(progress.Files, progress.Embeddings, progress.Passages);
        }
    }
}
