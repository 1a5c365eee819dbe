namespace Bot.Retrieval.Text;

/// <summary>
/// How much room text takes on a page, the measure in which Chinese and English pieces are about equally long: 2 for a
/// wide character (Han, kana, full-width forms), 1 for any other.
/// </summary>
internal static class DisplayWidth
{
    public static int Of(char character) => character is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF01' and <= '\uFF60' ? 2 : 1;

    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text)
        {
            width += Of(character);
        }
        return width;
    }
}
