using System.Collections.Immutable;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Collects a question's concepts with their wordings in both languages.</summary>
internal sealed class TranslatedQuestion(BilingualLexicon lexicon)
{
    private const int MostWordings = 16;
    private const double LeastShare = 0.08;
    private const double SingleCharacterWeight = 0.35;
    private const double RelationCertainty = 0.3;
    private const string QuantityMark = "#";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public List<QuestionConcept> Concepts { get; } = [];

    public BilingualLexicon Lexicon => lexicon;

    /// <summary>The index term of a number, amount or date, the same in both languages.</summary>
    public static string QuantityTerm(string key) => QuantityMark + key;

    public void AddGlossary(string text, GlossaryGroup group) =>
        Add(text, 1, 1, [.. group.Terms.Select(term => ToWording(Glossary.Fold(term), 1)).OfType<Wording>()]);

    public void AddQuantity(string text, string key) => Add(text + key, 0.5, 0.5, [new(text, [QuantityTerm(key)], 1)]);

    /// <param name="text">The question's words.</param>
    /// <param name="weight">How much the concept counts.</param>
    /// <param name="translations">Likeliest first.</param>
    public void AddTranslations(string text, double weight, ImmutableArray<Translation> translations)
    {
        var wordings = ImmutableArray.CreateBuilder<Wording>();
        // What is written the same in both: a name, a product.
        if (ToWording(text, 1) is { } same)
        {
            wordings.Add(same);
        }
        var best = translations.IsEmpty ? 0 : translations.Max(Likelihood);
        foreach (var translation in translations.Where(translation => Likelihood(translation) >= best * LeastShare).Take(MostWordings))
        {
            if (ToWording(translation.Text, Math.Sqrt(Likelihood(translation) / best)) is { } wording)
            {
                wordings.Add(wording);
            }
        }
        Add(text, weight, IsRelation(text) ? weight * RelationCertainty : weight, wordings.DrainToImmutable());
    }

    private static double Likelihood(Translation translation) =>
        translation.Traits.HasFlag(TranslationTraits.SingleCharacter) ? translation.Weight * SingleCharacterWeight : translation.Weight;

    private static bool IsRelation(string text) => RelationWords.Contains(text) || RelationWords.Contains(EnglishStemmer.Stem(text));

    private void Add(string text, double weight, double certainty, ImmutableArray<Wording> wordings)
    {
        if (_seen.Add(text))
        {
            Concepts.Add(new(text, weight, certainty, wordings));
        }
    }

    // The index has pairs of Han characters and stemmed words: all those of the wording must occur.
    private static Wording? ToWording(string text, double weight)
    {
        var sink = new WordingSink([]);
        Analyzer.Analyze(text, ref sink);
        var terms = sink.Terms.Exists(term => term.Kind == TermKind.HanBigram)
            ? sink.Terms.Where(term => term.Kind != TermKind.HanUnigram)
            : sink.Terms;
        ImmutableArray<string> all = [.. terms.Select(term => term.Text).Distinct()];
        return all.IsEmpty ? null : new(text, all, weight);
    }

    private readonly record struct WordingSink(List<(string Text, TermKind Kind)> Terms) : ITermSink
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
