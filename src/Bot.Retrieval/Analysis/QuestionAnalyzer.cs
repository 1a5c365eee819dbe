using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Cuts a question into weighted terms. Weights were chosen on the open question sets; <c>docs/retrieval.md</c> has the
/// figures.
/// </summary>
internal static class QuestionAnalyzer
{
    private const double UnigramWeight = 0.3;
    private const double ParticleWeight = 0.2;
    private const double HalfParticleWeight = 0.4;

    /// <summary>Each term once, with the weight of its best occurrence, in order of first occurrence. Words that only ask are left out.</summary>
    public static List<QuestionTerm> Analyze(string question)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new List<QuestionTerm>();
        foreach (var term in AnalyzeAll(question))
        {
            if (positions.TryAdd(term.Text, terms.Count))
            {
                terms.Add(term);
            }
            else if (terms[positions[term.Text]].Weight < term.Weight)
            {
                terms[positions[term.Text]] = term;
            }
        }
        return terms;
    }

    /// <summary>Every occurrence, in order.</summary>
    public static List<QuestionTerm> AnalyzeAll(string text)
    {
        var folded = TextFolder.Fold(text);
        var sink = new Sink(RolesInSource(text, folded));
        Analyzer.Analyze(text, folded, ref sink);
        return sink.Terms;
    }

    private static CharacterRole[] RolesInSource(string question, FoldedText folded)
    {
        var roles = ChineseFunctionWords.Mark(folded.Text);
        var inSource = new CharacterRole[question.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            inSource[folded.Origins[i]] = roles[i];
        }
        return inSource;
    }

    private readonly struct Sink(CharacterRole[] roles) : ITermSink
    {
        public List<QuestionTerm> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            var weight = Weight(term, kind, span);
            if (weight > 0)
            {
                Terms.Add(new(term.ToString(), kind, weight, span));
            }
        }

        private double Weight(ReadOnlySpan<char> term, TermKind kind, TextSpan span) => kind switch
        {
            TermKind.Word => EnglishStopWords.Contains(term) ? 0 : 1,
            TermKind.HanUnigram => roles[span.Start] switch
            {
                CharacterRole.Subject => UnigramWeight,
                CharacterRole.Particle => UnigramWeight * ParticleWeight,
                _ => 0,
            },
            TermKind.HanBigram => (roles[span.Start], roles[span.End - 1]) switch
            {
                (CharacterRole.Interrogative, _) or (_, CharacterRole.Interrogative) => 0,
                (CharacterRole.Particle, CharacterRole.Particle) => ParticleWeight,
                (CharacterRole.Particle, _) or (_, CharacterRole.Particle) => HalfParticleWeight,
                _ => 1,
            },
            _ => 1,
        };
    }
}
