using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// Finds phrases by the stems of their words. The phrases are sorted by those stems, so each further word narrows a range.
/// </summary>
internal sealed class EnglishLookup(LexiconData data, Func<string, string> stem)
{
    public string TextOf(int phrase) =>
        string.Join(' ', WordsOf(phrase).ToArray().Select(word => data.Words[word].ToString()));

    public ImmutableArray<Translation> Translate(ReadOnlySpan<string> words)
    {
        var found = new Dictionary<int, (double Weight, TranslationTraits Traits)>();
        if (!words.IsEmpty)
        {
            Collect(Stems(words), new WordForm[words.Length], 0, 0, data.PhraseCount, found);
        }
        var translations = ImmutableArray.CreateBuilder<Translation>(found.Count);
        foreach (var (headword, (weight, traits)) in found)
        {
            translations.Add(new(data.Headwords[headword].ToString(), weight, traits));
        }
        translations.Sort(TranslationWeight.LikeliestFirst);
        return translations.DrainToImmutable();
    }

    public int LongestPhrase(ReadOnlySpan<string> words)
    {
        for (var length = Math.Min(words.Length, LexiconLimits.LongestPhrase); length > 0; length--)
        {
            if (Exists(Stems(words[..length]), 0, 0, data.PhraseCount))
            {
                return length;
            }
        }
        return 0;
    }

    private ReadOnlySpan<int> WordsOf(int phrase) => data.PhraseWords.AsSpan(data.PhraseStarts[phrase]..data.PhraseStarts[phrase + 1]);

    private WordForm[][] Stems(ReadOnlySpan<string> words)
    {
        var stems = new WordForm[words.Length][];
        for (var i = 0; i < words.Length; i++)
        {
            stems[i] = [.. FormsOf(words[i])];
        }
        return stems;
    }

    // The word itself, what it is an irregular form of, and how others spell it.
    private List<WordForm> FormsOf(string word)
    {
        var forms = new List<WordForm>(2);
        Add(word, 1);
        foreach (var lemma in IrregularForms.LemmasOf(word))
        {
            Add(lemma, 0.9);
        }
        foreach (var relative in WordFamilies.RelativesOf(word))
        {
            Add(relative, 0.5);
        }
        foreach (var origin in Derivations.Of(word))
        {
            if (data.Words.Find(origin) >= 0)
            {
                Add(origin, 0.45);
            }
        }
        if (forms.Count == 0)
        {
            foreach (var spelling in SpellingVariants.Of(word))
            {
                Add(spelling, 0.9);
            }
        }
        return forms;

        void Add(string form, double closeness)
        {
            var written = data.Words.Find(form);
            var number = written >= 0 ? data.StemOfWord[written] : data.Stems.Find(stem(form));
            if (number >= 0 && !forms.Exists(known => known.Stem == number && known.Closeness >= closeness))
            {
                forms.Add(new(form, number, closeness));
            }
        }
    }

    private bool Exists(WordForm[][] forms, int depth, int low, int high)
    {
        if (depth == forms.Length)
        {
            return low < high && WordsOf(low).Length == depth;
        }
        foreach (var form in forms[depth])
        {
            var (from, to) = Narrow(low, high, depth, form.Stem);
            if (from < to && Exists(forms, depth + 1, from, to))
            {
                return true;
            }
        }
        return false;
    }

    private void Collect(
        WordForm[][] forms, WordForm[] chosen, int depth, int low, int high, Dictionary<int, (double, TranslationTraits)> found)
    {
        if (depth == forms.Length)
        {
            for (var phrase = low; phrase < high && WordsOf(phrase).Length == depth; phrase++)
            {
                Collect(phrase, Likeness(chosen, phrase), found);
            }
            return;
        }
        foreach (var form in forms[depth])
        {
            var (from, to) = Narrow(low, high, depth, form.Stem);
            if (from < to)
            {
                chosen[depth] = form;
                Collect(forms, chosen, depth + 1, from, to, found);
            }
        }
    }

    private void Collect(int phrase, double closeness, Dictionary<int, (double Weight, TranslationTraits)> found)
    {
        foreach (var sense in data.Postings.AsSpan(data.PostingStarts[phrase]..data.PostingStarts[phrase + 1]))
        {
            var headword = data.HeadwordOfSense[sense];
            var weight = closeness * TranslationWeight.OfHeadword(data, sense);
            if (!found.TryGetValue(headword, out var known) || known.Weight < weight)
            {
                found[headword] = (weight, TranslationWeight.TraitsOf(data, sense));
            }
        }
    }

    // One stem joins words that mean different things: organ, organize, organization.
    private double Likeness(WordForm[] asked, int phrase)
    {
        var likeness = 1.0;
        var written = WordsOf(phrase);
        for (var i = 0; i < asked.Length; i++)
        {
            likeness *= asked[i].LikenessTo(data.Words[written[i]]);
        }
        return likeness;
    }

    private (int From, int To) Narrow(int low, int high, int depth, int wanted)
    {
        var from = FirstAtLeast(low, high, depth, wanted);
        return (from, FirstAtLeast(from, high, depth, wanted + 1));
    }

    private int FirstAtLeast(int low, int high, int depth, int wanted)
    {
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var words = WordsOf(middle);
            if (words.Length <= depth || data.StemOfWord[words[depth]] < wanted)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
