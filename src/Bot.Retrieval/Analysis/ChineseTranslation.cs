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
            while (end < piece.End && Characters.IsHan(text[end]) == Characters.IsHan(text[start]))
            {
                end++;
            }
            var run = TextSpan.FromBounds(start, end);
            if (Characters.IsHan(text[start]))
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
        foreach (var word in question.Lexicon.Segment(run.In(question.Text)))
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
            question.AddTranslations(span, span.Length == 1 ? SingleWeight : 1, question.Lexicon.Translate(span.In(question.Text)));
        }
    }
}
