namespace Bot.Retrieval.Lexicon;

/// <summary>Tells romanised Chinese from other words: whether letters can be cut into syllables, and into how few.</summary>
internal sealed class PinyinSplitter(PinyinTable pinyin)
{
    private const int LongestSyllable = 6;

    /// <summary>The fewest syllables that make up the letters; 0 where none do.</summary>
    public int CountSyllables(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > 4 * LongestSyllable)
        {
            return 0;
        }
        Span<int> fewest = stackalloc int[letters.Length + 1];
        fewest.Clear();
        for (var end = 1; end <= letters.Length; end++)
        {
            for (var length = 1; length <= Math.Min(LongestSyllable, end); length++)
            {
                var before = fewest[end - length];
                var reachable = before > 0 || length == end;
                if (reachable && (fewest[end] == 0 || before + 1 < fewest[end]) && pinyin.IsSyllable(letters.Slice(end - length, length)))
                {
                    fewest[end] = before + 1;
                }
            }
        }
        return fewest[letters.Length];
    }
}
