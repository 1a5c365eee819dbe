using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Indexing;

/// <summary>The names in Latin letters that the passages write, by how they sound. Immutable.</summary>
internal sealed class SoundIndex
{
    private readonly Dictionary<string, List<int>> _termsByKey = new(StringComparer.Ordinal);

    /// <param name="names">Words in lower-case letters, with their index terms.</param>
    public SoundIndex(IReadOnlyDictionary<string, int> names)
    {
        foreach (var (word, term) in names)
        {
            foreach (var key in SoundKeys.OfLatin(word))
            {
                if (!_termsByKey.TryGetValue(key, out var terms))
                {
                    _termsByKey[key] = terms = [];
                }
                if (!terms.Contains(term))
                {
                    terms.Add(term);
                }
            }
        }
    }

    /// <summary>The index terms of the names that sound so.</summary>
    public IReadOnlyList<int> Find(string key) => _termsByKey.TryGetValue(key, out var terms) ? terms : [];
}
