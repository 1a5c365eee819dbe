using System.Globalization;
using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>Cuts English into the words that the dictionary's phrases are written with: no case, accents, hyphens, possessives.</summary>
public static class EnglishWords
{
    public static IReadOnlyList<string> Split(string text) => [.. Find(text).Select(found => found.Word)];

    /// <summary>The words with their places in the text.</summary>
    public static IReadOnlyList<(string Word, TextSpan Span)> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<(string, TextSpan)>();
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsAsciiLetterOrDigit(character))
            {
                Append(i, char.ToLowerInvariant(character));
            }
            else if (character is '\'' or '’' && IsInside(text, i))
            {
                // "California's" is California, "don't" is one word.
                i += IsPossessive(text, i) ? 1 : 0;
            }
            else if (character > '\u007F' && Plain(character) is { Length: > 0 } plain)
            {
                Append(i, plain);
            }
            else if (!IsAcronymDot(text, i) && !IsCombining(character))
            {
                End();
            }
        }
        End();
        return words;

        void Append<T>(int position, T letters)
        {
            start = word.Length == 0 ? position : start;
            end = position + 1;
            word.Append(letters);
        }

        void End()
        {
            if (word.Length > 0)
            {
                words.Add((word.ToString(), TextSpan.FromBounds(start, end)));
                word.Clear();
            }
        }
    }

    private static bool IsInside(string text, int position) =>
        position > 0 && char.IsLetter(text[position - 1]) && position + 1 < text.Length && char.IsLetter(text[position + 1]);

    private static bool IsPossessive(string text, int apostrophe) =>
        text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 == text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    // The dots of "U.S." but not those that end a sentence.
    private static bool IsAcronymDot(string text, int position) =>
        text[position] == '.'
        && position > 0
        && char.IsAsciiLetter(text[position - 1])
        && (position == 1 || !char.IsLetterOrDigit(text[position - 2]))
        && ((position + 2 < text.Length && char.IsAsciiLetter(text[position + 1]) && text[position + 2] == '.')
            || (position > 1 && text[position - 2] == '.'));

    private static bool IsCombining(char character) =>
        character >= '\u0300' && char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static string Plain(char character)
    {
        var lower = char.ToLowerInvariant(character);
        switch (lower)
        {
            case 'ß': return "ss";
            case 'æ': return "ae";
            case 'œ': return "oe";
            case 'ø': return "o";
            case 'ł': return "l";
            case 'đ' or 'ð': return "d";
            case 'þ': return "th";
            case 'ı': return "i";
        }
        if (lower > '\u1EFF')
        {
            return "";
        }
        var decomposed = lower.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetterOrDigit(decomposed) ? decomposed.ToString() : "";
    }
}
