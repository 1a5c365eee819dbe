using System.Collections.Immutable;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Chinese to English.</summary>
internal static class ChineseTranslation
{
    private const double SingleWeight = 0.4;
    private const double SingleInNameWeight = 0.1;
    private const double InnerWeight = 0.4;
    private const double CrossingWeight = 0.5;

    /// <param name="piece">A part of the folded question.</param>
    /// <param name="question">Takes the concepts.</param>
    public static void Add(TextSpan piece, TranslatedQuestion question)
    {
        var text = question.Text;
        var roles = ChineseFunctionWords.Mark(text);
        var start = piece.Start;
        while (start < piece.End)
        {
            var end = start;
            while (end < piece.End && Characters.IsHan(text[end]) == Characters.IsHan(text[start]) && question.IsUnit(end) == question.IsUnit(start))
            {
                end++;
            }
            var run = TextSpan.FromBounds(start, end);
            // The number's key in both languages has its unit.
            if (!Characters.IsHan(text[start]))
            {
                EnglishTranslation.Add(run, question);
            }
            else if (!question.IsUnit(start))
            {
                AddHan(run, roles, question);
            }
            start = end;
        }
    }

    private static void AddHan(TextSpan run, CharacterRole[] roles, TranslatedQuestion question)
    {
        var text = question.Text;
        var words = question.Lexicon.Segment(run.In(text));
        // Names fall apart into single characters.
        var foreign = Stretches(run, words, span => TransliterationCharacters.ContainsAll(span.In(text)));
        var others = Stretches(run, words, span => !Asks(span, roles) && !ChineseFunctionWords.IsGrammar(text[span.Start]));
        foreign.ForEach(name => question.AddHanName(name, isGuess: false));
        others.ForEach(name => question.AddHanName(name, isGuess: true));
        foreach (var word in words)
        {
            var span = new TextSpan(run.Start + word.Start, word.Length);
            if (Asks(span, roles) || (span.Length == 1 && ChineseFunctionWords.IsGrammar(text[span.Start])))
            {
                continue;
            }
            var weight = span.Length > 1 ? 1 : foreign.Exists(name => name.Contains(span)) ? SingleInNameWeight : SingleWeight;
            question.AddTranslations(span, weight, question.Lexicon.Translate(span.In(text)));
        }
        AddOthers(run, words, roles, question);
    }

    private static bool Asks(TextSpan word, CharacterRole[] roles) =>
        roles[word.Start] == CharacterRole.Interrogative || roles[word.End - 1] == CharacterRole.Interrogative;

    // Where two or more words of one character stand side by side.
    private static List<TextSpan> Stretches(TextSpan run, ImmutableArray<TextSpan> words, Func<TextSpan, bool> accepts)
    {
        var stretches = new List<TextSpan>();
        for (var i = 0; i < words.Length; i++)
        {
            var first = i;
            while (i < words.Length && words[i].Length == 1 && accepts(new(run.Start + words[i].Start, 1)))
            {
                i++;
            }
            if (i - first > 1)
            {
                stretches.Add(TextSpan.FromBounds(run.Start + words[first].Start, run.Start + words[i - 1].End));
            }
        }
        return stretches;
    }

    // Words inside longer ones (大西洋 in 北大西洋), and of other ways to cut (华沙 in 年华|沙).
    private static void AddOthers(TextSpan run, ImmutableArray<TextSpan> words, CharacterRole[] roles, TranslatedQuestion question)
    {
        for (var start = 0; start < run.Length; start++)
        {
            foreach (var length in question.Lexicon.PrefixLengths(run.In(question.Text)[start..]))
            {
                var place = new TextSpan(start, length);
                var span = new TextSpan(run.Start + start, length);
                if (length > 1 && !words.Contains(place) && !Asks(span, roles))
                {
                    var weight = words.Count(word => word.Overlaps(place)) == 1 ? InnerWeight : CrossingWeight;
                    question.AddTranslations(span, weight, question.Lexicon.Translate(span.In(question.Text)));
                }
            }
        }
    }
}
