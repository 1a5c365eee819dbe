using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Searching;

/// <summary>
/// Finds transliterations of a sound in an index: characters of which each pair stands side by side in one passage. It needs
/// no list of names, because few pairs of characters occur at all. Immutable.
/// </summary>
internal sealed class TransliterationSearch
{
    private const int LongestName = 6;
    private const int MostFound = 60;

    private readonly (char Character, string[] First, string[] Inside)[] _characters;

    public TransliterationSearch(PinyinTable pinyin) => _characters =
    [
        .. TransliterationCharacters.All
            .Where(character => pinyin.ReadingsOf(character).Length > 0)
            .Select(character => (
                character,
                SoundKeys.OfSyllable(pinyin.ReadingsOf(character)[0], isFirst: true),
                SoundKeys.OfSyllable(pinyin.ReadingsOf(character)[0], isFirst: false))),
    ];

    /// <summary>Each as the index terms of its pairs, in order; some of them where there are very many.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Find(string key, LexicalIndex index)
    {
        var found = new List<IReadOnlyList<int>>();
        Extend(new Path(0, "", [], HasSilent: false), key, index, found);
        return found;
    }

    private void Extend(Path path, string key, LexicalIndex index, List<IReadOnlyList<int>> found)
    {
        foreach (var (character, first, inside) in _characters)
        {
            foreach (var sound in path.Name.Length == 0 ? first : inside)
            {
                if (found.Count == MostFound)
                {
                    return;
                }
                if (Next(path, character, sound, key, index) is not { } next)
                {
                    continue;
                }
                if (next.Position == key.Length && next.Pairs.Length > 0)
                {
                    found.Add(next.Pairs);
                }
                if (next.Name.Length < LongestName)
                {
                    Extend(next, key, index, found);
                }
            }
        }
    }

    private static Path? Next(Path path, char character, string sound, string key, LexicalIndex index)
    {
        var taken = Taken(key, path.Position, sound);
        if (taken < 0 || (sound.Length == 0 && (path.HasSilent || path.Name.Length == 0)))
        {
            return null;
        }
        if (path.Name.Length == 0)
        {
            return new(taken, character.ToString(), [], HasSilent: false);
        }
        if (!index.TryGetTerm([path.Name[^1], character], out var pair))
        {
            return null;
        }
        int[] pairs = [.. path.Pairs, pair];
        return pairs.Length > 1 && !index.HaveAll(pairs)
            ? null
            : new(path.Position + taken, path.Name + character, pairs, path.HasSilent || sound.Length == 0);
    }

    // 安娜 is Anna: the nasal that ends one syllable may be the one that starts the next.
    private static int Taken(string key, int position, string sound)
    {
        var rest = key.AsSpan(position);
        if (rest.StartsWith(sound))
        {
            return sound.Length;
        }
        return position > 0 && key[position - 1] == 'N' && sound.StartsWith('N') && rest.StartsWith(sound.AsSpan(1)) ? sound.Length - 1 : -1;
    }

    private readonly record struct Path(int Position, string Name, int[] Pairs, bool HasSilent);
}
