using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Chinese to English.</summary>
internal static class ChineseTranslation
{
    private const double SingleWeight = 0.25;

    /// <param name="piece">Folded.</param>
    /// <param name="question">Takes the concepts.</param>
    public static void Add(string piece, TranslatedQuestion question)
    {
        var roles = ChineseFunctionWords.Mark(piece);
        var start = 0;
        while (start < piece.Length)
        {
            var end = start;
            while (end < piece.Length && Characters.IsHan(piece[end]) == Characters.IsHan(piece[start]))
            {
                end++;
            }
            if (Characters.IsHan(piece[start]))
            {
                AddHan(piece, TextSpan.FromBounds(start, end), roles, question);
            }
            else
            {
                EnglishTranslation.Add(piece[start..end], question);
            }
            start = end;
        }
    }

    private static void AddHan(string piece, TextSpan run, CharacterRole[] roles, TranslatedQuestion question)
    {
        foreach (var word in question.Lexicon.Segment(run.In(piece)))
        {
            var start = run.Start + word.Start;
            if (roles[start] == CharacterRole.Interrogative || roles[start + word.Length - 1] == CharacterRole.Interrogative)
            {
                continue;
            }
            if (word.Length == 1 && ChineseFunctionWords.IsGrammar(piece[start]))
            {
                continue;
            }
            var text = piece.Substring(start, word.Length);
            question.AddTranslations(text, word.Length == 1 ? SingleWeight : 1, question.Lexicon.Translate(text));
        }
    }
}
