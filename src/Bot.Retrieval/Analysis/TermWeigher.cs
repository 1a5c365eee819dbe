using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Gives each term of a text its weight by what it is made of and where it stands.</summary>
internal static class TermWeigher
{
    private const double UnigramWeight = 0.3;
    private const double ParticleWeight = 0.2;
    private const double HalfParticleWeight = 0.4;

    /// <summary>Every occurrence that weighs anything, in order.</summary>
    /// <param name="text">A question, or a passage.</param>
    /// <param name="lexicon">Tells where Chinese words end; null where that isn't asked.</param>
    public static List<QuestionTerm> Weigh(string text, BilingualLexicon? lexicon)
    {
        var folded = TextFolder.Fold(text);
        var sink = new Sink(RolesInSource(text, folded), lexicon is null ? null : WordsInSource(text, folded, lexicon));
        Analyzer.Analyze(text, folded, ref sink);
        return sink.Terms;
    }

    private static CharacterRole[] RolesInSource(string text, FoldedText folded)
    {
        var roles = ChineseFunctionWords.Mark(folded.Text);
        var inSource = new CharacterRole[text.Length];
        for (var i = 0; i < roles.Length; i++)
        {
            inSource[folded.Origins[i]] = roles[i];
        }
        return inSource;
    }

    // For each character the number of its word. Characters that are no part of a longer word share the number 0 with
    // their likes: a name that the dictionary lacks falls apart into them, and its pairs must keep their weight.
    private static int[] WordsInSource(string text, FoldedText folded, BilingualLexicon lexicon)
    {
        var words = new int[text.Length];
        var number = 0;
        for (var start = 0; start < folded.Text.Length; start++)
        {
            var end = start;
            while (end < folded.Text.Length && Characters.IsHan(folded.Text[end]))
            {
                end++;
            }
            if (end == start)
            {
                continue;
            }
            foreach (var word in lexicon.Segment(folded.Text.AsSpan(start, end - start)))
            {
                number++;
                for (var i = word.Start; word.Length > 1 && i < word.End; i++)
                {
                    words[folded.Origins[start + i]] = number;
                }
            }
            start = end;
        }
        return words;
    }

    private readonly struct Sink(CharacterRole[] roles, int[]? words) : ITermSink
    {
        public List<QuestionTerm> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            var weight = Weight(term, kind, span);
            if (weight > 0)
            {
                var crosses = kind == TermKind.HanBigram && words is not null && words[span.Start] != words[span.End - 1];
                Terms.Add(new(term.ToString(), kind, weight, span) { CrossesWords = crosses });
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
