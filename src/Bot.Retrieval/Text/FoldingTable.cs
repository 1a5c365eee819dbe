namespace Bot.Retrieval.Text;

/// <summary>
/// Traditional and variant characters and Taiwan wording, to the Simplified ones they are matched with. From OpenCC
/// (Apache-2.0), built by <c>tools/folding-table</c>.
/// </summary>
internal sealed class FoldingTable
{
    // The table's last line: 台, 后, 著 and others that don't tell the script.
    private const char WrittenInBoth = '=';

    private readonly char[] _characters;
    private readonly bool[] _traditionalOnly;
    private readonly bool[] _simplifiedOnly;
    private readonly byte[] _longestPhraseFrom;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    private FoldingTable(char[] characters, bool[] traditionalOnly, bool[] simplifiedOnly, byte[] longestPhraseFrom, Dictionary<string, string> phrases)
    {
        _characters = characters;
        _traditionalOnly = traditionalOnly;
        _simplifiedOnly = simplifiedOnly;
        _longestPhraseFrom = longestPhraseFrom;
        _phrases = phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static FoldingTable Default { get; } = Load();

    /// <summary>The character itself where the table has none for it.</summary>
    public char Fold(char character) => _characters[character];

    /// <summary>Whether the character is written in Traditional Chinese and not in Simplified.</summary>
    public bool IsTraditionalOnly(char character) => _traditionalOnly[character];

    /// <summary>Whether some Traditional character is folded to this one, which itself is written in Simplified and not in Traditional.</summary>
    public bool IsSimplifiedOnly(char character) => _simplifiedOnly[character];

    /// <summary>The longest phrase that the text starts with.</summary>
    public bool TryFoldPhrase(ReadOnlySpan<char> text, out int length, out string folded)
    {
        for (length = Math.Min(_longestPhraseFrom[text[0]], text.Length); length > 1; length--)
        {
            if (_phrases.TryGetValue(text[..length], out folded!))
            {
                return true;
            }
        }
        folded = "";
        return false;
    }

    private static FoldingTable Load()
    {
        var characters = new char[char.MaxValue + 1];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = (char)i;
        }
        var traditionalOnly = new bool[char.MaxValue + 1];
        var simplifiedOnly = new bool[char.MaxValue + 1];
        var longest = new byte[char.MaxValue + 1];
        var phrases = new Dictionary<string, string>();
        using var stream = typeof(FoldingTable).Assembly.GetManifestResourceStream("Bot.Retrieval.Text.Data.folding-table.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t');
            if (tab == 1)
            {
                characters[line[0]] = line[2];
                traditionalOnly[line[0]] = true;
                simplifiedOnly[line[2]] = true;
            }
            else if (line[0] == WrittenInBoth)
            {
                foreach (var character in line.AsSpan(1))
                {
                    traditionalOnly[character] = false;
                    simplifiedOnly[character] = false;
                }
            }
            else if (tab > 1)
            {
                phrases[line[..tab]] = line[(tab + 1)..];
                longest[line[0]] = Math.Max(longest[line[0]], (byte)tab);
            }
        }
        return new(characters, traditionalOnly, simplifiedOnly, longest, phrases);
    }
}
