using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>How characters and words are read: syllables without tones, ü written v.</summary>
internal sealed class PinyinTable
{
    private readonly StringTable _headwords;
    private readonly StringTable _syllables;
    private readonly StringTable _surnames;
    private readonly StringTable _characters;
    private readonly int[] _readingStarts;
    private readonly int[] _readings;
    private readonly int[] _exceptions;
    private readonly int[][] _exceptionReadings;

    private PinyinTable(ref PayloadReader reader, StringTable headwords)
    {
        _headwords = headwords;
        _syllables = reader.Lines();
        _characters = reader.Lines();
        var readings = reader.Count();
        _readingStarts = reader.Starts(_characters.Count, readings);
        _readings = reader.Numbers(readings, _syllables.Count);
        _exceptions = reader.Numbers(reader.Count(), headwords.Count);
        _exceptionReadings = new int[_exceptions.Length][];
        for (var i = 0; i < _exceptions.Length; i++)
        {
            _exceptionReadings[i] = reader.Numbers(headwords[_exceptions[i]].Length, _syllables.Count);
        }
        _surnames = reader.Lines();
    }

    private PinyinTable()
    {
        (_headwords, _syllables, _surnames, _characters) = (StringTable.Empty, StringTable.Empty, StringTable.Empty, StringTable.Empty);
        (_readingStarts, _readings, _exceptions, _exceptionReadings) = ([0], [], [], []);
    }

    public static PinyinTable Empty { get; } = new();

    public static PinyinTable Read(ref PayloadReader reader, StringTable headwords) => new(ref reader, headwords);

    /// <summary>Whether some character is read so.</summary>
    public bool IsSyllable(ReadOnlySpan<char> text) => _syllables.Find(text) >= 0;

    /// <summary>Whether the dictionary has one or two folded characters as a surname.</summary>
    public bool IsSurname(ReadOnlySpan<char> han) => _surnames.Find(han) >= 0;

    /// <summary>The characters that have each reading.</summary>
    public Dictionary<string, string> CharactersByReading()
    {
        var characters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _characters.Count; i++)
        {
            foreach (var reading in ReadingsOf(_characters[i][0]))
            {
                characters[reading] = characters.GetValueOrDefault(reading, "") + _characters[i][0];
            }
        }
        return characters;
    }

    /// <summary>How the dictionary's surnames are read: li, ouyang.</summary>
    public HashSet<string> SurnameReadings()
    {
        var readings = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _surnames.Count; i++)
        {
            readings.Add(string.Concat(Read(_surnames[i])));
            if (_surnames[i].Length == 1)
            {
                readings.UnionWith(ReadingsOf(_surnames[i][0]));
            }
        }
        return readings;
    }

    /// <summary>All readings of a character, the commonest first; none for what isn't in the dictionary.</summary>
    public ImmutableArray<string> ReadingsOf(char character)
    {
        var number = _characters.Find([character]);
        return number < 0 ? [] : Spell(_readings.AsSpan(_readingStarts[number].._readingStarts[number + 1]));
    }

    /// <summary>The syllables of a word as the dictionary reads it, else of its characters one by one; none where one has no reading.</summary>
    public ImmutableArray<string> Read(ReadOnlySpan<char> han)
    {
        var exception = Array.BinarySearch(_exceptions, _headwords.Find(han));
        if (exception >= 0)
        {
            return Spell(_exceptionReadings[exception]);
        }
        var readings = new int[han.Length];
        for (var i = 0; i < han.Length; i++)
        {
            var number = _characters.Find(han.Slice(i, 1));
            if (number < 0)
            {
                return [];
            }
            readings[i] = _readings[_readingStarts[number]];
        }
        return Spell(readings);
    }

    private ImmutableArray<string> Spell(ReadOnlySpan<int> readings)
    {
        var syllables = ImmutableArray.CreateBuilder<string>(readings.Length);
        foreach (var reading in readings)
        {
            syllables.Add(_syllables[reading].ToString());
        }
        return syllables.DrainToImmutable();
    }
}
