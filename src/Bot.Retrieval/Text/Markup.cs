namespace Bot.Retrieval.Text;

/// <summary>Tells lines that say something from lines that only draw or frame.</summary>
internal static class Markup
{
    /// <summary>Whether a sentence has a letter or digit that a reader sees: not a ruler, a fence, an image without a caption.</summary>
    public static bool HasWords(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsEmpty || LineMarkers.IsFence(sentence))
        {
            return false;
        }
        if (sentence.StartsWith("![](") && sentence.IndexOf(')') is var close && (close < 0 || close == sentence.Length - 1))
        {
            return false;
        }
        for (var i = 0; i < sentence.Length; i++)
        {
            if (char.IsLetterOrDigit(sentence[i]) || IsLetterPair(sentence[i..]))
            {
                return true;
            }
        }
        return false;
    }

    // Letters beyond the basic plane, rare Han among them.
    private static bool IsLetterPair(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) && System.Text.Rune.IsLetterOrDigit(new(text[0], text[1]));
}
