using System.Collections.Immutable;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Searching;

/// <summary>Looks a question's concepts up in one snapshot's index, with what a passage may write in place of a rendering.</summary>
internal sealed class TranslationResolver(LexicalIndex index, PinyinTable pinyin)
{
    private const int MostWordings = 40;

    public QueryTerm[] Resolve(IReadOnlyList<QuestionConcept> concepts)
    {
        var resolved = new QueryTerm[concepts.Count];
        for (var i = 0; i < concepts.Count; i++)
        {
            var wordings = Wordings(concepts[i]);
            var whole = wordings.RemoveAll(wording => wording.IsPart);
            var frequency = Tune.Get("pidf", 1) > 0 ? LexicalSearch.Frequency(whole, index) : LexicalSearch.Frequency(wordings, index);
            if (Tune.Get("pidf", 1) > 0)
            {
                var rarity = index.Idf(frequency);
                wordings = [.. wordings.Select(w => w.IsPart ? w with { Weight = w.Weight * Math.Min(1, Math.Pow(index.Idf(index.Postings(w.Rarest).Length) / rarity, Tune.Get("pidfp", 1))) } : w)];
            }
            resolved[i] = new(
                concepts[i].Text,
                wordings,
                concepts[i].Weight * index.Idf(frequency),
                concepts[i].Certainty * index.Idf(frequency, LexicalSearch.Background));
        }
        return resolved;
    }

    private ImmutableArray<QueryWording> Wordings(QuestionConcept concept)
    {
        var found = new Dictionary<string, QueryWording>(StringComparer.Ordinal);
        foreach (var rendering in concept.Renderings)
        {
            AddWhole(rendering, rendering.Weight, found);
            if (rendering.Terms.Length > 1)
            {
                AddParts(rendering, found);
            }
            AddRelatives(rendering, found);
        }
        AddCharacters(concept, found);
        if (concept.Name is { } name && !(Tune.Get("ngate", 1) > 0 && found.Values.Any(w => !w.IsPart && w.Weight > Tune.Get("ngatew", 0.8))) && Tune.Get("sound", 1) > 0)
        {
            if (Text.Characters.IsHan(name[0]))
            {
                AddLatinNames(name, found);
            }
            else
            {
                AddHanNames(name, found);
            }
        }
        return [.. found.Values.OrderByDescending(wording => wording.Weight).Take(MostWordings)];
    }

    private void AddWhole(Rendering rendering, double weight, Dictionary<string, QueryWording> found)
    {
        var ids = new List<int>(rendering.Terms.Length);
        foreach (var term in rendering.Terms)
        {
            if (!index.TryGetTerm(term, out var id))
            {
                return;
            }
            ids.Add(id);
        }
        Add(string.Join(' ', rendering.Terms), ids, weight, found);
    }

    // "atlantic ocean" is often just the Atlantic.
    private void AddParts(Rendering rendering, Dictionary<string, QueryWording> found)
    {
        var total = rendering.Terms.Sum(Rarity);
        foreach (var term in rendering.Terms)
        {
            if (index.TryGetTerm(term, out var id))
            {
                Add(term, [id], rendering.Weight * Tune.Get("part", 0.7) * Math.Pow(Rarity(term) / total, Tune.Get("partp", 1)), found, true);
            }
        }
    }

    private void AddRelatives(Rendering rendering, Dictionary<string, QueryWording> found)
    {
        var w = Tune.Get("rel", 0.7);
        if (w <= 0 || rendering.Word is null)
        {
            return;
        }
        foreach (var relative in WordRelatives.Of(rendering.Word))
        {
            if (index.TryGetTerm(relative, out var id))
            {
                Add(relative, [id], rendering.Weight * w, found);
            }
        }
    }

    private void AddCharacters(QuestionConcept concept, Dictionary<string, QueryWording> found)
    {
        var w = Tune.Get("char", 0.3);
        if (w <= 0)
        {
            return;
        }
        var shares = new Dictionary<char, double>();
        var total = 0.0;
        foreach (var rendering in concept.Renderings.Where(r => r.Han is not null))
        {
            total += rendering.Weight;
            foreach (var c in rendering.Han!.Distinct())
            {
                shares[c] = shares.GetValueOrDefault(c) + rendering.Weight;
            }
        }
        foreach (var (c, share) in shares)
        {
            var p = Math.Min(1, Math.Pow(share / total, Tune.Get("charp", 1)) * Tune.Get("charm", 1.5));
            if (p > Tune.Get("charmin", 0.15) && index.TryGetTerm([c], out var id))
            {
                Add(c.ToString(), [id], w * p, found, true);
            }
        }
    }

    private void AddLatinNames(string name, Dictionary<string, QueryWording> found)
    {
        for (var length = name.Length; length > 1; length--)
        {
            for (var start = 0; start + length <= name.Length; start++)
            {
                foreach (var key in SoundKeys.OfHan(name.AsSpan(start, length), pinyin))
                {
                    var terms = index.Sounds.Find(key);
                    foreach (var id in terms)
                    {
                        Add(index.Term(id), [id], Trust(key, terms.Count), found);
                    }
                }
            }
            if (found.Count > 0)
            {
                return;
            }
        }
    }

    private void AddHanNames(string name, Dictionary<string, QueryWording> found)
    {
        var search = new TransliterationSearch(index, pinyin);
        foreach (var key in SoundKeys.OfLatin(name))
        {
            var paths = search.Find(key);
            foreach (var path in paths)
            {
                Add(string.Join(' ', path.Select(index.Term)), path, Trust(key, paths.Count), found);
            }
        }
    }

    // A key of two classes is shared by many names.
    private static double Trust(string key, int rivals) =>
        Math.Min(Tune.Get("tmax", 0.9), Tune.Get("tstep", 0.3) * (key.Length - 1)) / (1 + (Tune.Get("triv", 0.3) * Math.Log(rivals)));

    private double Rarity(string term) => index.Idf(index.TryGetTerm(term, out var id) ? index.Postings(id).Length : 0);

    private void Add(string key, List<int> ids, double weight, Dictionary<string, QueryWording> found, bool isPart = false)
    {
        if (!found.TryGetValue(key, out var known) || known.Weight < weight)
        {
            found[key] = new([.. ids], weight) { Rarest = ids.MinBy(id => index.Postings(id).Length), IsPart = isPart };
        }
    }
}
