using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// The English ↔ Chinese dictionary. Chinese goes in and comes out folded (<see cref="TextFolder"/>). Immutable, and safe
/// to use from many threads at once.
/// </summary>
public sealed class BilingualLexicon
{
    private const string Resource = "Bot.Retrieval.Lexicon.Data.lexicon.bin";

    private readonly LexiconData _data;
    private readonly EnglishLookup _english;
    private readonly HanSegmenter _segmenter;

    private BilingualLexicon(LexiconData data, Func<string, string> stem)
    {
        _data = data;
        _english = new(data, stem);
        _segmenter = new(data);
    }

    /// <summary>Knows no word: every look-up finds nothing, so search in one language goes on.</summary>
    public static BilingualLexicon Empty { get; } = new(LexiconData.Empty, static word => word);

    /// <summary>How many Chinese words it knows.</summary>
    public int Count => _data.Headwords.Count;

    /// <summary>Readings of characters and words.</summary>
    internal PinyinTable Pinyin => _data.Pinyin;

    internal LexiconData Data => _data;

    /// <summary>Reads a dictionary file.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <param name="stem">The Porter2 stem of a word in lower case; asked only for inflections that the dictionary doesn't write.</param>
    /// <exception cref="LexiconException">The file is not a dictionary, of another version, cut off or changed.</exception>
    public static BilingualLexicon Load(Stream stream, Func<string, string> stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        return new(LexiconFile.Read(stream), stem);
    }

    /// <summary>Reads the dictionary that the program carries.</summary>
    /// <exception cref="LexiconException">It is missing or damaged.</exception>
    public static BilingualLexicon LoadEmbedded(Func<string, string> stem)
    {
        using var stream = typeof(BilingualLexicon).Assembly.GetManifestResourceStream(Resource)
            ?? throw new LexiconException("The program was built without its dictionary: src/Bot.Retrieval/Lexicon/Data/lexicon.bin was missing.");
        return Load(stream, stem);
    }

    /// <summary>Tells the embedded dictionary from others without loading it; empty where there is none.</summary>
    public static string EmbeddedFingerprint()
    {
        using var stream = typeof(BilingualLexicon).Assembly.GetManifestResourceStream(Resource);
        return stream is null ? "" : LexiconFile.ReadFingerprint(stream);
    }

    /// <summary>Whether the dictionary has the word, in folded Chinese.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _data.Headwords.Find(word) >= 0;

    /// <summary>The English translations of a folded Chinese word, likeliest first; none where it isn't known.</summary>
    public ImmutableArray<Translation> Translate(ReadOnlySpan<char> word)
    {
        var headword = _data.Headwords.Find(word);
        if (headword < 0)
        {
            return [];
        }
        var (start, end) = (_data.SenseStarts[headword], _data.SenseStarts[headword + 1]);
        var translations = ImmutableArray.CreateBuilder<Translation>(end - start);
        for (var sense = start; sense < end; sense++)
        {
            translations.Add(new(_english.TextOf(_data.SensePhrases[sense]), TranslationWeight.OfSense(_data, sense), TranslationWeight.TraitsOf(_data, sense)));
        }
        translations.Sort(TranslationWeight.LikeliestFirst);
        return translations.DrainToImmutable();
    }

    /// <summary>
    /// The Chinese translations of an English word or phrase in any inflection, likeliest first; none where it isn't known.
    /// </summary>
    /// <param name="words">As <see cref="EnglishWords"/> cuts them.</param>
    public ImmutableArray<Translation> TranslateEnglish(params ReadOnlySpan<string> words) => _english.Translate(words);

    /// <summary>How many of the words, from the first on, make up the longest phrase that has a translation; 0 where none has.</summary>
    public int LongestPhrase(params ReadOnlySpan<string> words) => _english.LongestPhrase(words);

    /// <summary>Cuts folded Chinese into the dictionary's words; what it doesn't know comes as single characters.</summary>
    public ImmutableArray<TextSpan> Segment(ReadOnlySpan<char> han)
    {
        var words = new List<TextSpan>();
        _segmenter.Segment(han, words);
        return [.. words];
    }

    /// <inheritdoc cref="Segment(ReadOnlySpan{char})"/>
    /// <param name="han">Folded.</param>
    /// <param name="words">Takes the words behind what it has.</param>
    internal void Segment(ReadOnlySpan<char> han, List<TextSpan> words) => _segmenter.Segment(han, words);

    /// <summary>The lengths of all words of the dictionary that a folded Chinese text starts with, shortest first.</summary>
    public ImmutableArray<int> PrefixLengths(ReadOnlySpan<char> han)
    {
        var lengths = ImmutableArray.CreateBuilder<int>();
        foreach (var headword in _data.Headwords.FindPrefixes(han[..Math.Min(han.Length, LexiconLimits.LongestHeadword)]))
        {
            lengths.Add(_data.Headwords[headword].Length);
        }
        return lengths.DrainToImmutable();
    }

    /// <summary>The syllables, without tones and with ü as v, of a folded Chinese word; none where a character has no reading.</summary>
    public ImmutableArray<string> PinyinOf(ReadOnlySpan<char> han) => _data.Pinyin.Read(han);

    /// <summary>All readings of a character, the commonest first.</summary>
    public ImmutableArray<string> ReadingsOf(char character) => _data.Pinyin.ReadingsOf(character);
}
