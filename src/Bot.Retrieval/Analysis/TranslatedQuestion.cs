using System.Collections.Immutable;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Collects a question's concepts with their renderings in both languages.</summary>
/// <param name="lexicon">Translates.</param>
/// <param name="question">As it is written.</param>
/// <param name="folded">The same, folded: what is translated.</param>
/// <param name="quantities">The numbers in it.</param>
internal sealed class TranslatedQuestion(BilingualLexicon lexicon, string question, FoldedText folded, ImmutableArray<NormalizedQuantity> quantities)
{
    private const int MostRenderings = 60;
    private const double LeastShare = 0.08;
    private const double SingleCharacterWeight = 0.35;
    private const double RelationCertainty = 0.3;
    private const double QuantityWeight = 0.5;
    private const int ShortestName = 3;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public List<QuestionConcept> Concepts { get; } = [];

    public BilingualLexicon Lexicon => lexicon;

    /// <summary>Whether a character of the folded question is the unit of a number in digits: 年 in 1901年.</summary>
    public bool IsUnit(int position)
    {
        var source = folded.Origins[position];
        foreach (var quantity in quantities)
        {
            if (quantity.Span.Contains(source) && char.IsAsciiDigit(question[quantity.Span.Start]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The folded question.</summary>
    public string Text => folded.Text;

    /// <param name="span">Where the glossary's term stands in the folded question.</param>
    /// <param name="group">Its equals.</param>
    public void AddGlossary(TextSpan span, GlossaryGroup group) =>
        Add(span, 1, 1, [.. group.Terms.Select(term => ToRendering(Glossary.Fold(term), 1)).OfType<Rendering>()]);

    public void AddQuantity(NormalizedQuantity quantity)
    {
        if (_seen.Add(quantity.Key))
        {
            Concepts.Add(new(quantity.Span.In(question).ToString(), QuantityWeight, QuantityWeight, [new([TermsOf.Quantity(quantity.Key)], 1)]));
        }
    }

    /// <param name="span">Where the words stand in the folded question.</param>
    /// <param name="weight">How much the concept counts.</param>
    /// <param name="translations">Likeliest first.</param>
    public void AddTranslations(TextSpan span, double weight, ImmutableArray<Translation> translations)
    {
        var text = span.In(Text).ToString();
        var renderings = ImmutableArray.CreateBuilder<Rendering>();
        // What is written the same in both: a name, a product.
        if (ToRendering(text, 1) is { } same)
        {
            renderings.Add(same);
        }
        var best = translations.IsEmpty ? 0 : translations.Max(Likelihood);
        foreach (var translation in translations.Where(translation => Likelihood(translation) >= best * LeastShare).Take(MostRenderings))
        {
            if (ToRendering(translation.Text, Math.Sqrt(Likelihood(translation) / best)) is { } rendering)
            {
                renderings.Add(rendering);
            }
        }
        var isName = text.Length >= ShortestName && text.All(char.IsAsciiLetter) && (translations.IsEmpty || IsCapital(span));
        Add(span, weight, IsRelation(text) ? weight * RelationCertainty : weight, renderings.DrainToImmutable(), isName ? text : null);
    }

    /// <param name="span">Characters of the folded question that are no words: a name, perhaps.</param>
    /// <param name="isGuess">Whether nothing is missing where no passage has such a name.</param>
    public void AddHanName(TextSpan span, bool isGuess) => AddName(folded.ToSource(span), span.In(Text).ToString(), isGuess);

    /// <summary>Adds the words that can be read as a Chinese person's name.</summary>
    public void AddRomanisedNames(NameMatcher names)
    {
        foreach (var (span, _) in names.FindLatinNames(question))
        {
            AddName(span, TextFolder.FoldToString(span.In(question).ToString()), isGuess: true);
        }
    }

    private void AddName(TextSpan source, string name, bool isGuess)
    {
        if (_seen.Add("name " + name))
        {
            Concepts.Add(new(source.In(question).ToString(), 1, 1, []) { Name = name, IsGuess = isGuess });
        }
    }

    private bool IsCapital(TextSpan span) => char.IsUpper(question[folded.ToSource(span).Start]);

    private static double Likelihood(Translation translation) =>
        translation.Traits.HasFlag(TranslationTraits.SingleCharacter) ? translation.Weight * SingleCharacterWeight : translation.Weight;

    private static bool IsRelation(string text) => RelationWords.Contains(text) || RelationWords.Contains(EnglishStemmer.Stem(text));

    private void Add(TextSpan span, double weight, double certainty, ImmutableArray<Rendering> renderings, string? name = null)
    {
        if (_seen.Add(span.In(Text).ToString()))
        {
            Concepts.Add(new(folded.ToSource(span).In(question).ToString(), weight, certainty, renderings) { Name = name });
        }
    }

    // The index has pairs of Han characters and stemmed words: all those of the wording must occur.
    private static Rendering? ToRendering(string text, double weight)
    {
        var sink = new TermList([]);
        Analyzer.Analyze(text, ref sink);
        var terms = sink.Terms.Exists(term => term.Kind == TermKind.HanBigram)
            ? sink.Terms.Where(term => term.Kind != TermKind.HanUnigram)
            : sink.Terms;
        ImmutableArray<string> all = [.. terms.Select(term => term.Text).Distinct()];
        return all.IsEmpty ? null : new(all, weight)
        {
            Word = text.All(char.IsAsciiLetter) ? text : null,
            Han = text.All(Characters.IsHan) ? text : null,
        };
    }

    private readonly record struct TermList(List<(string Text, TermKind Kind)> Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            if (kind != TermKind.Word || !EnglishStopWords.Contains(term))
            {
                Terms.Add((term.ToString(), kind));
            }
        }
    }
}
