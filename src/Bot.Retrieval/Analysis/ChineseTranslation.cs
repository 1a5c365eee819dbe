using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Chinese to English.</summary>
internal static class ChineseTranslation
{
    private const double SingleWeight = 0.25;

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
            if (Tune.Get("unitskip", 1) > 0 && Characters.IsHan(text[start]) && question.IsUnit(start))
            {
            }
            else if (Characters.IsHan(text[start]))
            {
                AddHan(run, roles, question);
            }
            else
            {
                EnglishTranslation.Add(run, question);
            }
            start = end;
        }
    }

    private static void AddHan(TextSpan run, CharacterRole[] roles, TranslatedQuestion question)
    {
        var words = question.Lexicon.Segment(run.In(question.Text));
        var names = Names(run, words, question.Text);
        foreach (var name in names)
        {
            question.AddHanName(name);
        }
        foreach (var word in words)
        {
            var span = new TextSpan(run.Start + word.Start, word.Length);
            if (roles[span.Start] == CharacterRole.Interrogative || roles[span.End - 1] == CharacterRole.Interrogative)
            {
                continue;
            }
            if (span.Length == 1 && ChineseFunctionWords.IsGrammar(question.Text[span.Start]))
            {
                continue;
            }
            question.AddTranslations(span, span.Length == 1 ? names.Exists(name => name.Contains(span)) ? Tune.Get("insingle", 0.1) : Tune.Get("hsingle", 0.4) : 1, question.Lexicon.Translate(span.In(question.Text)));
        }
        AddOthers(run, words, roles, question);
    }

    // Foreign names fall apart into single characters.
    private static List<TextSpan> Names(TextSpan run, System.Collections.Immutable.ImmutableArray<TextSpan> words, string text)
    {
        var names = new List<TextSpan>();
        for (var i = 0; i < words.Length; i++)
        {
            var first = i;
            while (i < words.Length && words[i].Length == 1 && TransliterationCharacters.Contains(text[run.Start + words[i].Start]))
            {
                i++;
            }
            if (i - first > 1)
            {
                names.Add(TextSpan.FromBounds(run.Start + words[first].Start, run.Start + words[i - 1].End));
            }
        }
        return names;
    }

    // Words inside longer ones (大西洋 in 北大西洋), and those of other ways to cut (华沙 in 年华|沙).
    private static void AddOthers(TextSpan run, System.Collections.Immutable.ImmutableArray<TextSpan> words, CharacterRole[] roles, TranslatedQuestion question)
    {
        var (inner, crossing) = (Tune.Get("inner", 0.4), Tune.Get("cross", 0.5));
        for (var start = 0; start < run.Length; start++)
        {
            foreach (var length in question.Lexicon.PrefixLengths(run.In(question.Text)[start..]))
            {
                var span = new TextSpan(run.Start + start, length);
                if (length < 2 || roles[span.Start] == CharacterRole.Interrogative || roles[span.End - 1] == CharacterRole.Interrogative)
                {
                    continue;
                }
                var local = new TextSpan(start, length);
                var holders = words.Where(word => word.Overlaps(local)).ToList();
                if (holders is [var only] && only == local)
                {
                    continue;
                }
                var isInner = holders.Count == 1;
                var weight = isInner ? inner : crossing;
                if (weight > 0)
                {
                    question.AddTranslations(span, weight, question.Lexicon.Translate(span.In(question.Text)));
                }
            }
        }
    }
}
