using System.Runtime.InteropServices;
using Bot.Retrieval.Indexing.Storage;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>
/// The Latin names that a segment's passages write with a capital in the middle of a sentence: words with their terms, in
/// which passages, and how they sound. Immutable.
/// </summary>
internal sealed class NameTable
{
    private readonly TermDictionary _words;
    private readonly ReadOnlyMemory<int> _terms;
    private readonly ReadOnlyMemory<int> _starts;
    private readonly ReadOnlyMemory<NameOccurrence> _occurrences;
    private readonly ReadOnlyMemory<SoundEntry> _sounds;

    private NameTable(
        TermDictionary words, ReadOnlyMemory<int> terms, ReadOnlyMemory<int> starts, ReadOnlyMemory<NameOccurrence> occurrences, ReadOnlyMemory<SoundEntry> sounds)
    {
        if (terms.Length != words.Count || starts.Length != words.Count + 1 || starts.Span[^1] != occurrences.Length)
        {
            throw new InvalidDataException("The names' parts don't fit.");
        }
        (_words, _terms, _starts, _occurrences, _sounds) = (words, terms, starts, occurrences, sounds);
    }

    public int Count => _words.Count;

    /// <param name="words">Each a name in lower case, a blank, and its term: one word may be part of several terms.</param>
    /// <param name="terms">Their terms' numbers.</param>
    /// <param name="starts">Where the occurrences of each start, and where the last's end.</param>
    /// <param name="occurrences">Of each, by ascending place.</param>
    public static NameTable Of(TermDictionary words, int[] terms, int[] starts, NameOccurrence[] occurrences)
    {
        var sounds = new List<SoundEntry>();
        for (var name = 0; name < words.Count; name++)
        {
            foreach (var key in SoundKeys.OfLatin(WordOf(words[name])))
            {
                sounds.Add(new(TermDictionary.Hash(key), name));
            }
        }
        sounds.Sort();
        return new(words, terms, starts, occurrences, sounds.ToArray());
    }

    public static NameTable Load(ISectionReader reader, string name) => new(
        TermDictionary.Load(reader, $"{name}/words"),
        reader.Read<int>($"{name}/terms"),
        reader.Read<int>($"{name}/starts"),
        reader.Read<NameOccurrence>($"{name}/occurrences"),
        reader.Read<SoundEntry>($"{name}/sounds"));

    public void Save(ISectionWriter writer, string name)
    {
        _words.Save(writer, $"{name}/words");
        writer.Write($"{name}/terms", _terms.Span);
        writer.Write($"{name}/starts", _starts.Span);
        writer.Write($"{name}/occurrences", _occurrences.Span);
        writer.Write($"{name}/sounds", _sounds.Span);
    }

    /// <summary>The name and its term with a blank between, as they are told apart.</summary>
    public ReadOnlySpan<char> this[int name] => _words[name];

    /// <summary>The name in lower-case letters.</summary>
    public ReadOnlySpan<char> Word(int name) => WordOf(_words[name]);

    /// <summary>The number of its term.</summary>
    public int Term(int name) => _terms.Span[name];

    /// <summary>Where it stands, by ascending place.</summary>
    public ReadOnlySpan<NameOccurrence> Occurrences(int name) => _occurrences.Span[_starts.Span[name].._starts.Span[name + 1]];

    /// <summary>The names that sound so.</summary>
    public IEnumerable<int> Find(string key)
    {
        var hash = TermDictionary.Hash(key);
        for (var i = FirstOf(hash); i < _sounds.Length && _sounds.Span[i].KeyHash == hash; i++)
        {
            var name = _sounds.Span[i].Name;
            if (SoundKeys.OfLatin(Word(name)).Contains(key))
            {
                yield return name;
            }
        }
    }

    private static ReadOnlySpan<char> WordOf(ReadOnlySpan<char> nameWithTerm) => nameWithTerm[..nameWithTerm.IndexOf(' ')];

    private int FirstOf(uint hash)
    {
        var found = _sounds.Span.BinarySearch(new SoundEntry(hash, -1));
        return found < 0 ? ~found : found;
    }

    /// <param name="KeyHash">Of a sound key.</param>
    /// <param name="Name">One that sounds so.</param>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct SoundEntry(uint KeyHash, int Name) : IComparable<SoundEntry>
    {
        public int CompareTo(SoundEntry other) => KeyHash != other.KeyHash ? KeyHash.CompareTo(other.KeyHash) : Name.CompareTo(other.Name);
    }
}
