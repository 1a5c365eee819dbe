using Bot.Retrieval.Analysis;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>How much of what a sentence says stands in sentences of a passage, in either language: a share of its weighted terms.</summary>
internal sealed class SentenceSupport(QuestionAnalyzer analyzer, QuestionTranslator translator, IndexSnapshot snapshot, string sentence)
{
    private readonly TextLanguage _language = LanguageDetector.Detect(sentence);
    private QueryTerm[]? _own;
    private QueryTerm[]? _translated;

    /// <summary>0 to 1.</summary>
    public double In(Evidence evidence) => In([evidence]);

    /// <summary>0 to 1; what any of them says counts.</summary>
    public double In(IReadOnlyCollection<Evidence> evidence)
    {
        var shares = evidence.GroupBy(piece => IsForeign(piece.Offered)).Select(group =>
        {
            var terms = TermsFor(group.Key);
            var weight = terms.Sum(term => term.Weight);
            return weight <= 0 ? 0 : terms.Sum(term => term.Weight * group.Max(piece => Held(term, piece))) / weight;
        });
        return shares.DefaultIfEmpty(0).Max();
    }

    /// <summary>The sentence of a passage that says most of it, with what it needs around it.</summary>
    public (Evidence Evidence, double Share) Best(OfferedPassage offered) => Enumerable.Range(0, offered.Passage.Sentences.Length)
        .Select(number => Evidence.OfSentence(offered, number))
        .Select(evidence => (evidence, In(evidence)))
        .MaxBy(candidate => candidate.Item2);

    public bool IsForeign(OfferedPassage offered) => snapshot.Lexical.IsChinese(offered.Found.Number) != (_language != TextLanguage.English);

    private double Held(QueryTerm term, Evidence evidence)
    {
        var passage = snapshot.Lexical.TermsOf(evidence.Offered.Found.Number);
        return Math.Max(term.InTitle(passage), term.InSentences(passage)[evidence.First..(evidence.Last + 1)].DefaultIfEmpty(0).Max());
    }

    private QueryTerm[] TermsFor(bool foreign) => foreign
        ? _translated ??= translator.Resolve(sentence, _language, snapshot)
        : _own ??= LexicalSearch.Resolve(analyzer.Analyze(sentence), snapshot.Lexical);
}
