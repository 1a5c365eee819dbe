using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Text;

/// <summary>
/// Folds text for matching, never for display: compatibility forms (NFKC: width, ligatures, circled numbers), case, and
/// Traditional Chinese with Taiwan wording to Simplified.
/// </summary>
public static class TextFolder
{
    private const char Replacement = '\uFFFD';

    /// <summary>The folded characters alone.</summary>
    public static string FoldToString(string text) => Fold(text).Text;

    /// <summary>Folds with the way back. Any string is taken, lone surrogates too.</summary>
    public static FoldedText Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldingBuffer(text.Length);
        var table = FoldingTable.Default;
        var position = 0;
        while (position < text.Length)
        {
            if (table.TryFoldPhrase(text.AsSpan(position), out var phraseLength, out var phrase))
            {
                for (var i = 0; i < phrase.Length; i++)
                {
                    folded.Add(phrase[i], position + Math.Min(i, phraseLength - 1));
                }
                position += phraseLength;
                continue;
            }
            var length = ClusterLength(text, position);
            if (length == 1 && TryFoldSimple(text[position], table, out var single))
            {
                folded.Add(single, position);
            }
            else
            {
                foreach (var character in Compatibility(text.AsSpan(position, length)))
                {
                    folded.Add(table.Fold(char.ToLowerInvariant(character)), position);
                }
            }
            position += length;
        }
        return folded.ToText(text.Length);
    }

    private static bool TryFoldSimple(char character, FoldingTable table, out char folded)
    {
        switch (character)
        {
            case < '\u0080':
                folded = char.ToLowerInvariant(character);
                return true;
            case >= '\u3400' and <= '\u9FFF':
                folded = table.Fold(character);
                return true;
            case >= '\uFF01' and <= '\uFF5E':
                folded = char.ToLowerInvariant((char)(character - 0xFEE0));
                return true;
            // Kept, so that they stay one sentence end and one quote.
            case '。' or '、' or '「' or '」' or '『' or '』' or '《' or '》' or '“' or '”' or '‘' or '’' or '…':
                folded = character;
                return true;
            default:
                folded = default;
                return false;
        }
    }

    private static string Compatibility(ReadOnlySpan<char> cluster)
    {
        var text = cluster.ToString();
        if (cluster.Length == 1 && char.IsSurrogate(cluster[0]))
        {
            return Replacement.ToString();
        }
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Noncharacters and broken pairs have no normal form.
            return text;
        }
    }

    // One character with the combining marks behind it, since normalisation joins them.
    private static int ClusterLength(string text, int start)
    {
        var end = start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1);
        while (end < text.Length && IsCombining(text[end]) && end - start < 32)
        {
            end++;
        }
        return end - start;
    }

    private static bool IsCombining(char character) =>
        character >= '\u0300'
        && character is < '\u3400' or > '\u9FFF'
        && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
