using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// How a foreign name sounds, so coarsely that a Latin writing and its Chinese transliteration share a key: classes of
/// consonants in order. <c>Polonia</c> and <c>波洛尼亚</c> are both <c>BLN</c>.
/// </summary>
/// <remarks>
/// B for b p, D for d t, F for f v w, G for g k and hard c, H for a first h, L for l r, N for m n, S for hisses, and A for a
/// name that starts with a vowel. What one writing can stand for several of gives several keys.
/// </remarks>
internal static class SoundKeys
{
    private const int MostKeys = 12;
    private const int FewestSounds = 2;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouv");

    // Consonants that Latin writes with several letters, longest first; what several sounds are read as has several classes.
    private static readonly (string Letters, string[] Classes)[] Clusters =
    [
        ("sch", ["S"]), ("tch", ["S"]), ("tsch", ["S"]), ("ght", ["D"]),
        ("ch", ["S", "G"]), ("ck", ["G"]), ("cq", ["G"]), ("gh", ["", "G"]), ("ph", ["F"]), ("sh", ["S"]), ("th", ["D", "S"]),
        ("dg", ["S"]), ("ts", ["S", "DS"]), ("tz", ["S"]), ("cz", ["S"]), ("sz", ["S"]), ("zh", ["S"]), ("qu", ["G"]), ("wr", ["L"]), ("kn", ["N", "GN"]),
        ("sc", ["SG", "S"]), ("ng", ["N", "NG"]), ("wh", ["F", "H"]),
    ];

    private static readonly FrozenDictionary<char, string[]> Letters = new Dictionary<char, string[]>
    {
        ['b'] = ["B"], ['p'] = ["B"], ['d'] = ["D"], ['t'] = ["D"], ['f'] = ["F"], ['v'] = ["F"], ['w'] = ["F"], ['g'] = ["G"], ['k'] = ["G"], ['q'] = ["G"],
        ['l'] = ["L"], ['r'] = ["L"], ['m'] = ["N"], ['n'] = ["N"], ['s'] = ["S"], ['z'] = ["S"], ['j'] = ["S"], ['x'] = ["GS", "S"], ['c'] = ["G"], ['h'] = [""],
    }.ToFrozenDictionary();

    /// <summary>Keys of one word in lower-case ASCII letters; none for what has fewer than two consonants.</summary>
    public static IReadOnlyCollection<string> OfLatin(ReadOnlySpan<char> word)
    {
        var keys = new List<string> { "" };
        for (var i = 0; i < word.Length;)
        {
            var (length, classes) = At(word, i);
            keys = Extend(keys, classes);
            i += length;
        }
        return Usable(keys);
    }

    /// <summary>Keys of a transliteration.</summary>
    /// <param name="han">Folded.</param>
    /// <param name="pinyin">Reads characters.</param>
    public static IReadOnlyCollection<string> OfHan(ReadOnlySpan<char> han, PinyinTable pinyin)
    {
        var keys = new List<string> { "" };
        for (var i = 0; i < han.Length; i++)
        {
            keys = Extend(keys, OfSyllable(pinyin.ReadingsOf(han[i]) is [var reading, ..] ? reading : "", i == 0));
        }
        return Usable(keys);
    }

    /// <summary>The classes that one syllable may stand for.</summary>
    public static string[] OfSyllable(string syllable, bool isFirst)
    {
        if (syllable is "er")
        {
            return isFirst ? ["AL", "A"] : ["L"];
        }
        var vowel = syllable.AsSpan().IndexOfAny(Vowels);
        if (vowel < 0)
        {
            return [""];
        }
        var coda = syllable.EndsWith('n') || syllable.EndsWith("ng", StringComparison.Ordinal) ? "N" : "";
        var rest = syllable.AsSpan(vowel);
        string[] onset = syllable.AsSpan(0, vowel) switch
        {
            "b" or "p" => ["B"],
            "d" or "t" => ["D"],
            "g" or "k" => ["G"],
            "f" => ["F"],
            "w" => rest is "u" ? [isFirst ? "A" : "", "F"] : ["F"],
            "j" => ["S", "G"],
            "x" => isFirst ? ["S", "H"] : ["S", ""],
            "h" => rest.Length > 1 && rest[0] == 'u' ? [isFirst ? "H" : "", "F"] : [isFirst ? "H" : ""],
            "l" or "r" => ["L"],
            "m" or "n" => ["N"],
            "y" => rest is "ue" ? [isFirst ? "A" : "", "S"] : [isFirst ? "A" : ""],
            "" => [isFirst ? "A" : ""],
            _ => ["S"],
        };
        return [.. onset.Select(sound => sound + coda)];
    }

    private static (int Length, string[] Classes) At(ReadOnlySpan<char> word, int position)
    {
        var rest = word[position..];
        var letter = rest[0];
        if (IsVowel(letter) || letter == 'y')
        {
            return (1, position == 0 ? ["A"] : [""]);
        }
        if (letter == 'h' && position == 0)
        {
            return (1, ["H"]);
        }
        foreach (var (letters, classes) in Clusters)
        {
            if (rest.StartsWith(letters))
            {
                return (letters.Length, classes);
            }
        }
        var length = rest.Length > 1 && rest[1] == letter ? 2 : 1;
        var next = length < rest.Length ? rest[length] : ' ';
        return letter switch
        {
            // Carter is 卡特, Mars 马尔斯.
            'r' when position > 0 && IsVowel(word[position - 1]) && !IsVowel(next) && next != 'y' => (length, ["", "L"]),
            'c' when next is 'e' or 'i' or 'y' => (length, ["S"]),
            'g' when next is 'e' or 'i' or 'y' => (length, ["S", "G"]),
            // Brown, Shaw
            'w' when position > 0 && !IsVowel(next) => (length, [""]),
            // Johnson and Juan
            'j' => (length, ["S", "H"]),
            'b' when position == word.Length - 1 && position > 0 && word[position - 1] == 'm' => (length, [""]),
            _ => (length, Letters.GetValueOrDefault(letter, [""])),
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static List<string> Extend(List<string> keys, string[] classes)
    {
        if (classes is [""])
        {
            return keys;
        }
        var extended = new List<string>(keys.Count * classes.Length);
        foreach (var key in keys)
        {
            foreach (var sound in classes)
            {
                if (extended.Count < MostKeys)
                {
                    extended.Add(key + sound);
                }
            }
        }
        return extended;
    }

    private static HashSet<string> Usable(List<string> keys) => [.. keys.Where(key => key.Count(sound => sound != 'A') >= FewestSounds)];
}
