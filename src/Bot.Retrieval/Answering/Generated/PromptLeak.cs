using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Notices the bot's own instructions in what a model writes.</summary>
/// <param name="instructions">The text that must not be shown.</param>
internal sealed class PromptLeak(string instructions)
{
    /// <summary>So many letters in a row are no accident.</summary>
    private const int Run = 24;

    private readonly HashSet<string> _runs = Runs(instructions);

    public bool IsIn(string text) => Runs(text).Overlaps(_runs);

    private static HashSet<string> Runs(string text)
    {
        var letters = string.Concat(TextFolder.FoldToString(text).Where(char.IsLetterOrDigit));
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - Run + 1)).Select(start => letters.Substring(start, Run))];
    }
}
