using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Searching;

/// <summary>Finds transliterations of a sound in the passages: characters of which each pair stands side by side somewhere.</summary>
internal sealed class TransliterationSearch
{
    private const int Longest = 6;

    private readonly LexicalIndex _index;
    private readonly List<(char Character, string[] First, string[] Inside)> _characters = [];

    public TransliterationSearch(LexicalIndex index, PinyinTable pinyin)
    {
        _index = index;
        foreach (var character in TransliterationCharacters.All)
        {
            if (index.TryGetTerm([character], out _) && pinyin.ReadingsOf(character) is [var reading, ..])
            {
                _characters.Add((character, SoundKeys.OfSyllable(reading, true), SoundKeys.OfSyllable(reading, false)));
            }
        }
    }

    /// <summary>Each as the index terms of its pairs, in order.</summary>
    public List<List<int>> Find(string key)
    {
        var found = new List<List<int>>();
        Extend(key, 0, "", [], found, silent: 0);
        return found;
    }

    private void Extend(string key, int position, string path, List<int> pairs, List<List<int>> found, int silent)
    {
        if (path.Length >= Longest)
        {
            return;
        }
        foreach (var (character, first, inside) in _characters)
        {
            var pair = -1;
            if (path.Length > 0 && !_index.TryGetTerm([path[^1], character], out pair))
            {
                continue;
            }
            foreach (var sound in path.Length == 0 ? first : inside)
            {
                var taken = Taken(key, position, sound);
                if (taken < 0 || (sound.Length == 0 && (silent > 0 || path.Length == 0)))
                {
                    continue;
                }
                List<int> next = pair < 0 ? pairs : [.. pairs, pair];
                if (next.Count > 1 && !Together(next))
                {
                    continue;
                }
                if (position + taken == key.Length && path.Length > 0)
                {
                    found.Add(next);
                }
                Extend(key, position + taken, path + character, next, found, sound.Length == 0 ? silent + 1 : silent);
            }
        }
    }

    // 安娜 is Anna: the nasal that ends one syllable may be the one that starts the next.
    private static int Taken(string key, int position, string sound) =>
        string.CompareOrdinal(key, position, sound, 0, sound.Length) == 0 ? sound.Length
        : position > 0 && key[position - 1] == 'N' && sound.Length > 0 && sound[0] == 'N' && string.CompareOrdinal(key, position, sound, 1, sound.Length - 1) == 0 ? sound.Length - 1
        : -1;

    private bool Together(List<int> pairs)
    {
        foreach (var posting in _index.Postings(pairs[^1]))
        {
            var all = true;
            for (var i = 0; all && i < pairs.Count - 1; i++)
            {
                all = _index.TryGetPosting(posting.Passage, pairs[i], out _);
            }
            if (all)
            {
                return true;
            }
        }
        return false;
    }
}
