using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

/// <summary>All that an index says, by terms' texts instead of their numbers, so that two indexes can be compared.</summary>
internal static class IndexFacts
{
    private static readonly string[] Sounds = ["NL", "BLN", "BN", "FLN", "NLA", "BS", "BLNA"];

    public static List<string> Of(LexicalIndex index)
    {
        List<string> facts = [$"{index.PassageCount} {index.Norms.AverageText} {index.Norms.AverageTitle} {index.HasPassages(true)} {index.HasPassages(false)}"];
        var terms = Enumerable.Range(0, index.TermCount)
            .Where(term => index.TryGetTerm(index.Term(term), out _))
            .OrderBy(index.Term, StringComparer.Ordinal)
            .ToList();
        foreach (var term in terms)
        {
            facts.Add($"{index.Term(term)} {index.Frequency(term)} {index.TextFrequency(term)} {index.TitleFrequency(term)}");
        }
        for (var passage = 0; passage < index.PassageCount; passage++)
        {
            var held = index.TermsOf(passage);
            facts.Add($"{passage} {index.IsChinese(passage)} {held.SentenceCount}");
            foreach (var term in terms.Where(held.Has))
            {
                var sentences = new ulong[held.SentenceWords];
                held.AddSentences(term, sentences);
                facts.Add($"{index.Term(term)} {held.HasInTitle(term)} {held.Saturated(term)} {string.Join(' ', sentences)}");
            }
        }
        facts.AddRange(Sounds.Select(sound => $"{sound} {string.Join(' ', index.Names.Find(sound).Select(index.Term))}"));
        return facts;
    }
}
