using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Holds the names in a sentence against what it rests on, in either language.</summary>
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
        var words = new NameHolder(string.Join('\n', evidence.Select(piece => piece.Text)), matcher);
        var absent = names.FindAll(name => !words.Has(name));
        if (absent.Count == 0)
        {
            return null;
        }
        var context = new NameHolder(string.Join('\n', evidence.Select(piece => piece.Context)), matcher);
        if (absent.Find(name => !context.Has(name)) is { } unknown)
        {
            return unknown.Written;
        }
        // The heading, or the sentence before, has it: that will do unless the quoted words name somebody else in its place.
        return evidence.Any(piece => piece.PointsBack) || NamesNobodyElse(sentence, evidence) ? null : absent[0].Written;
    }

    private bool NamesNobodyElse(string sentence, IReadOnlyCollection<Evidence> evidence)
    {
        var said = new NameHolder(sentence, matcher);
        return evidence.SelectMany(piece => _finder.Find(piece.Text, [])).All(said.Has);
    }
}
