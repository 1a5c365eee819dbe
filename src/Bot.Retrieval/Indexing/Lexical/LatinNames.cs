namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Finds names in Latin letters by their capital: one in the middle of a sentence.</summary>
internal static class LatinNames
{
    private const int Shortest = 3;
    private const int Longest = 19;

    /// <summary>Reads the name at the start of a word, in lower case.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="start">Of the word.</param>
    /// <param name="name">Takes the name.</param>
    /// <param name="length">The name's.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(string text, int start, Span<char> name, out int length)
    {
        length = 0;
        if (!char.IsAsciiLetterUpper(text[start]) || StartsSentence(text, start))
        {
            return false;
        }
        while (start + length < text.Length && char.IsAsciiLetter(text[start + length]))
        {
            if (length == Longest)
            {
                return false;
            }
            name[length] = char.ToLowerInvariant(text[start + length]);
            length++;
        }
        return length >= Shortest;
    }

    private static bool StartsSentence(string text, int position)
    {
        var before = position - 1;
        while (before >= 0 && text[before] is ' ')
        {
            before--;
        }
        return before < 0 || text[before] is '.' or '!' or '?' or '\n' or ':' or '#' or '-' or '*';
    }
}
