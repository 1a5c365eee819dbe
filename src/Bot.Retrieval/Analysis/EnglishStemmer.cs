namespace Bot.Retrieval.Analysis;

/// <summary>
/// Martin Porter's second English stemmer (Porter2), as https://snowballstem.org/algorithms/english/stemmer.html described
/// it up to Snowball 2.2. Later versions of Snowball treat a few words otherwise; an index keeps to one of the two.
/// </summary>
public static class EnglishStemmer
{
    private const int StackLimit = 64;

    /// <summary>The stem of a word in lower case; the word itself where no rule changes it. Any string is taken.</summary>
    public static string Stem(string lowerCaseWord)
    {
        ArgumentNullException.ThrowIfNull(lowerCaseWord);
        var buffer = lowerCaseWord.Length <= StackLimit ? stackalloc char[lowerCaseWord.Length] : new char[lowerCaseWord.Length];
        lowerCaseWord.CopyTo(buffer);
        var stem = buffer[..Stem(buffer)];
        return stem.SequenceEqual(lowerCaseWord) ? lowerCaseWord : stem.ToString();
    }

    /// <summary>Stems a word in lower case where it stands, without allocating.</summary>
    /// <returns>How many of the first characters are the stem.</returns>
    public static int Stem(Span<char> lowerCaseWord)
    {
        if (lowerCaseWord.Length < 3)
        {
            return lowerCaseWord.Length;
        }
        if (EnglishStemmerExceptions.TryStem(lowerCaseWord, out var length))
        {
            return length;
        }
        return new EnglishStemming(lowerCaseWord).Run();
    }
}
