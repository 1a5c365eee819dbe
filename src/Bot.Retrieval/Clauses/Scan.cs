namespace Bot.Retrieval.Clauses;

/// <summary>Small steps over evened text; all look only a bounded way ahead.</summary>
internal static class Scan
{
    /// <summary>The character there, or NUL past either end.</summary>
    public static char At(string text, int position) => (uint)position < (uint)text.Length ? text[position] : '\0';

    public static int Spaces(string text, int position, int atMost = 2)
    {
        for (; atMost > 0 && At(text, position) == ' '; atMost--)
        {
            position++;
        }
        return position;
    }

    /// <summary>Spaces, or one line end between two words of a wrapped line.</summary>
    public static int SpacesOrLineEnd(string text, int position)
    {
        var next = Spaces(text, position);
        return At(text, next) == '\n' && At(text, next + 1) is not ('\n' or ' ') ? next + 1 : next;
    }

    public static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    public static bool StartsWith(string text, int position, string value) =>
        (uint)position <= (uint)text.Length && text.AsSpan(position).StartsWith(value, StringComparison.Ordinal);

    /// <summary>Where the run of ASCII letters ends.</summary>
    public static int Letters(string text, int position, int atMost = 20)
    {
        for (; atMost > 0 && char.IsAsciiLetter(At(text, position)); atMost--)
        {
            position++;
        }
        return position;
    }

    public static int Digits(string text, int position, int atMost = 20)
    {
        for (; atMost > 0 && char.IsAsciiDigit(At(text, position)); atMost--)
        {
            position++;
        }
        return position;
    }

    /// <summary>Whether the word stands there whole, in any case.</summary>
    public static bool Word(string text, int position, string word) =>
        (uint)position <= (uint)text.Length
        && text.AsSpan(position).StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && !IsWord(At(text, position + word.Length));
}
