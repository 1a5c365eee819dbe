namespace Bot.Retrieval.Text;

/// <summary>The marks that sentences end with, and that surround and follow those.</summary>
internal static class Punctuation
{
    private const string Openers = "（(【[［《〈「『“‘〔｛{";
    private const string Closers = "）)】]］》〉」』”’〕｝}";

    public static bool IsTerminator(char character) => IsFullWidthTerminator(character) || character is '.' or '!' or '?' or '．' or '…';

    public static bool IsFullWidthTerminator(char character) => character is '。' or '！' or '？' or '｡';

    public static bool IsOpener(char character) => Openers.Contains(character);

    /// <summary>What may stand between a sentence's last mark and the space behind it, ASCII quotes and Markdown emphasis too.</summary>
    public static bool IsCloser(char character) => Closers.Contains(character) || character is '"' or '\'' or '*' or '_' or '`' or '»';

    /// <summary>The mark that closes what this one opens, or NUL.</summary>
    public static char CloserOf(char opener)
    {
        var index = Openers.IndexOf(opener);
        return index < 0 ? '\0' : Closers[index];
    }

    /// <summary>Marks after which the sentence goes on, whatever ended just before.</summary>
    public static bool Continues(char character) => character is '，' or '、' or '；' or '：' or ',' or ';' or ':' or '—' or '-' or '–' or '~' or '～' or '·' or '/';
}
