using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Holds the names in a sentence against the words it quotes, in either language. A name that the quoted words only mean
/// (he, the bill, or nothing at all) must be one that they can mean, and no other name that the
/// quoted words give may be missing for it: that would be one name in another's place.
/// </summary>
internal sealed class NameCheck(BilingualLexicon lexicon, NameMatcher matcher, Glossary glossary)
{
    private readonly NameFinder _finder = new(lexicon, matcher, glossary);

    /// <summary>The first name that isn't there, as the sentence writes it; null where all are.</summary>
    public string? FirstMissing(string sentence, IReadOnlyCollection<Evidence> evidence, IReadOnlyList<TextSpan> elsewhere)
    {
        var names = _finder.Find(sentence, elsewhere);
        if (names.Count == 0)
        {
            return null;
        }
        var quoted = Holder(evidence.Select(piece => piece.QuotedText));
        var meant = names.FindAll(name => !quoted.Has(name));
        if (meant.Count == 0)
        {
            return Repeated(names, evidence);
        }
        var subjects = Holder(evidence.SelectMany(Subjects));
        if (meant.Find(name => !subjects.Has(name)) is { } unknown)
        {
            return unknown.Written;
        }
        var said = new NameHolder(sentence, matcher);
        return evidence.All(piece => NamesNobodyElse(piece, said)) ? null : meant[0].Written;
    }

    private NameHolder Holder(IEnumerable<string> texts) => new(string.Join('\n', texts), matcher);

    // What the quoted words can mean: "the bill" what a heading names, "he" whom the sentence names before or the ones before
    // it are about, and words without any name what is spoken of there.
    private IEnumerable<string> Subjects(Evidence evidence)
    {
        var subjects = evidence.PointsAtThing ? [evidence.Heading] : Enumerable.Empty<string>();
        if (evidence.FirstPronoun is not null || _finder.Find(evidence.OwnText, []).Count == 0)
        {
            subjects = subjects.Append(evidence.TextBefore).Concat(evidence.Context.Select(FirstName).OfType<string>());
        }
        return subjects;
    }

    private string? FirstName(string text) => _finder.Find(text, []).MinBy(name => text.IndexOf(name.Written, StringComparison.Ordinal))?.Written;

    // He worked for Edison: who he is stands before, and that Edison isn't said is no matter.
    private bool NamesNobodyElse(Evidence evidence, NameHolder said) => _finder.Find(evidence.QuotedText, [])
        .Where(name => !said.Has(name))
        .All(name => evidence.FirstPronoun is { } pronoun && pronoun < evidence.QuotedText.IndexOf(name.Written, StringComparison.Ordinal));

    // Somebody who is named twice where the quoted words name him once stands in another's place.
    private string? Repeated(List<NamedThing> names, IReadOnlyCollection<Evidence> evidence) => names
        .GroupBy(name => name.Forms[0])
        .Where(same => same.Count() > 1)
        .Select(same => (same.First(), Said: same.Count(), Quoted: evidence.Sum(piece => _finder.Find(piece.QuotedText, []).Count(name => name.Forms.Intersect(same.First().Forms).Any()))))
        .FirstOrDefault(counted => counted.Quoted > 0 && counted.Quoted < counted.Said)
        .Item1?.Written;
}
