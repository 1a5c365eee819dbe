using System.Runtime.CompilerServices;

namespace Bot.Retrieval.Lexicon;

/// <summary>The dictionary file's content as flat arrays; the layout is described in <c>tools/lexicon/README.md</c>.</summary>
internal sealed class LexiconData
{
    public static LexiconData Empty { get; } = new()
    {
        Words = StringTable.Empty,
        Stems = StringTable.Empty,
        StemOfWord = [],
        PhraseStarts = [0],
        PhraseWords = [],
        Headwords = StringTable.Empty,
        Productivity = [],
        SenseStarts = [0],
        SensePhrases = [],
        SenseRanks = [],
        HeadwordOfSense = [],
        PostingStarts = [0],
        Postings = [],
        Pinyin = PinyinTable.Empty,
    };

    public required StringTable Words { get; init; }

    public required StringTable Stems { get; init; }

    public required int[] StemOfWord { get; init; }

    /// <summary>Phrases are sorted by the stems of their words: one phrase's inflections stand together.</summary>
    public required int[] PhraseStarts { get; init; }

    public required int[] PhraseWords { get; init; }

    public required StringTable Headwords { get; init; }

    /// <summary>How many other headwords hold this one, up to 127.</summary>
    public required byte[] Productivity { get; init; }

    public required int[] SenseStarts { get; init; }

    public required int[] SensePhrases { get; init; }

    /// <summary>The sense's place among the headword's, times 16, and its traits.</summary>
    public required byte[] SenseRanks { get; init; }

    public required int[] HeadwordOfSense { get; init; }

    /// <summary>For each phrase where its senses start in <see cref="Postings"/>.</summary>
    public required int[] PostingStarts { get; init; }

    public required int[] Postings { get; init; }

    public required PinyinTable Pinyin { get; init; }

    public int PhraseCount => PhraseStarts.Length - 1;

    public static LexiconData Read(ReadOnlySpan<byte> payload)
    {
        var reader = new PayloadReader(payload);
        var words = reader.Lines();
        var stems = reader.Lines();
        var stemOfWord = reader.Numbers(words.Count, stems.Count);
        var phraseCount = reader.Count();
        var phraseWordCount = reader.Count();
        var phraseStarts = reader.Starts(phraseCount, phraseWordCount);
        var phraseWords = reader.Numbers(phraseWordCount, words.Count);
        var headwords = reader.Lines();
        var productivity = reader.Bytes(headwords.Count);
        var senseCount = reader.Count();
        var senseStarts = reader.Starts(headwords.Count, senseCount);
        var sensePhrases = reader.Numbers(senseCount, phraseCount);
        var senseRanks = reader.Bytes(senseCount);
        var pinyin = PinyinTable.Read(ref reader, headwords);
        if (!reader.IsAtEnd)
        {
            throw PayloadReader.Damaged();
        }
        var (postingStarts, postings) = Invert(sensePhrases, phraseCount);
        return new()
        {
            Words = words,
            Stems = stems,
            StemOfWord = stemOfWord,
            PhraseStarts = phraseStarts,
            PhraseWords = phraseWords,
            Headwords = headwords,
            Productivity = productivity,
            SenseStarts = senseStarts,
            SensePhrases = sensePhrases,
            SenseRanks = senseRanks,
            HeadwordOfSense = Owners(senseStarts),
            PostingStarts = postingStarts,
            Postings = postings,
            Pinyin = pinyin,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Owners(int[] starts)
    {
        var owners = new int[starts[^1]];
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            owners.AsSpan(starts[i]..starts[i + 1]).Fill(i);
        }
        return owners;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Starts, int[] Postings) Invert(int[] sensePhrases, int phraseCount)
    {
        var starts = new int[phraseCount + 1];
        foreach (var phrase in sensePhrases)
        {
            starts[phrase + 1]++;
        }
        for (var i = 0; i < phraseCount; i++)
        {
            starts[i + 1] += starts[i];
        }
        var next = starts.AsSpan(0, phraseCount).ToArray();
        var postings = new int[sensePhrases.Length];
        for (var sense = 0; sense < sensePhrases.Length; sense++)
        {
            postings[next[sensePhrases[sense]]++] = sense;
        }
        return (starts, postings);
    }
}
