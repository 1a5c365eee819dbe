using System.Buffers;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Gives each term of a text its weights by what it is made of and where it stands.</summary>
internal static class TermWeigher
{
    private const double UnigramWeight = 0.3;
    private const double ParticleWeight = 0.2;
    private const double HalfParticleWeight = 0.4;

    // A pair of two words' characters helps to find a passage that words it the same, and says little where it is missing.
    private const double CrossingWeight = 0.7;
    private const double CrossingCertainty = 0.35;
    private const double RelationCertainty = 0.3;

    /// <summary>Every occurrence that weighs anything, in order.</summary>
    /// <param name="text">A question, or a passage.</param>
    /// <param name="lexicon">Tells where Chinese words end; null where that isn't asked.</param>
    public static List<QuestionTerm> Weigh(string text, BilingualLexicon? lexicon)
    {
        var terms = new TermList([]);
        Weigh(text, TextFolder.Fold(text), lexicon, terms);
        return terms.Terms;
    }

    /// <inheritdoc cref="Weigh(string, BilingualLexicon?)"/>
    /// <param name="text">A question, or a passage.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="lexicon">Tells where Chinese words end; null where that isn't asked.</param>
    /// <param name="receiver">Takes the occurrences.</param>
    public static void Weigh<TReceiver>(string text, FoldedText folded, BilingualLexicon? lexicon, TReceiver receiver)
        where TReceiver : IWeighedTermSink
    {
        var characters = ArrayPool<QuestionCharacter>.Shared.Rent(text.Length);
        Fill(characters.AsSpan(0, text.Length), folded);
        if (lexicon is not null)
        {
            NumberWords(characters, folded, lexicon);
        }
        var sink = new Sink<TReceiver>(characters, HasWords: lexicon is not null, receiver);
        Analyzer.Analyze(text, folded, ref sink);
        ArrayPool<QuestionCharacter>.Shared.Return(characters);
    }

    private static void Fill(Span<QuestionCharacter> characters, FoldedText folded)
    {
        var length = folded.Text.Length;
        var rented = ArrayPool<CharacterRole>.Shared.Rent(length);
        var roles = rented.AsSpan(0, length);
        ChineseFunctionWords.Mark(folded.Text, roles);
        EnglishInterrogatives.Mark(folded.Text, roles);
        characters.Clear();
        for (var i = 0; i < length; i++)
        {
            characters[folded.Origins[i]] = new(roles[i], ChineseFunctionWords.IsGrammar(folded.Text[i]), 0);
        }
        ArrayPool<CharacterRole>.Shared.Return(rented);
    }

    // Characters that are no part of a longer word keep the number 0: a name that the dictionary lacks falls apart into
    // them, and its pairs must keep their weight.
    private static void NumberWords(QuestionCharacter[] characters, FoldedText folded, BilingualLexicon lexicon)
    {
        var number = 0;
        for (var start = 0; start < folded.Text.Length; start++)
        {
            var end = start;
            while (end < folded.Text.Length && Text.Characters.IsHan(folded.Text[end]))
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
                    ref var character = ref characters[folded.Origins[start + i]];
                    character = character with { Word = number };
                }
            }
            start = end;
        }
    }

    /// <param name="Role">What it is there for.</param>
    /// <param name="IsGrammar">Whether it carries grammar only, if it is a word by itself.</param>
    /// <param name="Word">Number of the word of two or more characters that it is part of; 0 where it is none's.</param>
    private readonly record struct QuestionCharacter(CharacterRole Role, bool IsGrammar, int Word)
    {
        public bool IsGrammarHere => IsGrammar && Word == 0;
    }

    private readonly record struct TermList(List<QuestionTerm> Terms) : IWeighedTermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, double weight, double certainty, TextSpan span)
        {
            var text = term.ToString();
            Terms.Add(new(text, kind, weight, RelationWords.Contains(text) ? certainty * RelationCertainty : certainty, span));
        }
    }

    private readonly record struct Sink<TReceiver>(QuestionCharacter[] Characters, bool HasWords, TReceiver Receiver) : ITermSink
        where TReceiver : IWeighedTermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            var (first, last) = (Characters[span.Start], Characters[span.End - 1]);
            var (weight, certainty) = kind switch
            {
                TermKind.Word when first.Role == CharacterRole.Interrogative || EnglishStopWords.Contains(term) => (0, 0),
                TermKind.HanUnigram => Single(first),
                TermKind.HanBigram => Pair(first, last),
                _ => (1.0, 1.0),
            };
            if (weight > 0)
            {
                Receiver.Add(term, kind, weight, certainty, span);
            }
        }

        private (double Weight, double Certainty) Single(QuestionCharacter character) => character.Role == CharacterRole.Interrogative
            ? (0, 0)
            : (character.Role == CharacterRole.Particle ? UnigramWeight * ParticleWeight : UnigramWeight,
                HasWords && character.IsGrammarHere ? UnigramWeight * ParticleWeight : UnigramWeight);

        private (double Weight, double Certainty) Pair(QuestionCharacter first, QuestionCharacter last)
        {
            if (first.Role == CharacterRole.Interrogative || last.Role == CharacterRole.Interrogative)
            {
                return (0, 0);
            }
            var weight = (first.Role, last.Role) switch
            {
                (CharacterRole.Subject, CharacterRole.Subject) => 1,
                (CharacterRole.Particle, CharacterRole.Particle) => ParticleWeight,
                _ => HalfParticleWeight,
            };
            if (!HasWords)
            {
                return (weight, weight);
            }
            var grammar = first.IsGrammarHere || last.IsGrammarHere ? HalfParticleWeight : 1;
            return first.Word != last.Word ? (weight * CrossingWeight, grammar * CrossingCertainty)
                : first.Word == 0 ? (weight, grammar < 1 ? grammar * CrossingCertainty : 1)
                : (weight, 1);
        }
    }
}
