using System.Runtime.CompilerServices;
using System.Text;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>Cuts the sentences that hold the answer to a question out of its right passage, and leaves all else.</summary>
internal static class CutOutFacts
{
    private const int Rounds = 3;

    /// <summary>In each round one question of a passage loses its answer, and another that keeps its answer is asked beside it.</summary>
    public static async IAsyncEnumerable<CalibrationTrial> OfAsync(CalibrationCorpus corpus, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var byPassage = corpus.Questions.Where(question => corpus.GoldOf(question).Length == 1).GroupBy(question => corpus.GoldOf(question)[0].Id).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var replaced = new Dictionary<PassageId, Passage>();
            var asked = new List<(EvaluationQuestion, bool)>();
            foreach (var questions in byPassage.Select(group => group.ToList()).Where(questions => questions.Count > Rounds))
            {
                var passage = corpus.GoldOf(questions[0])[0];
                if (Without(passage, new AnswerStrings(questions[round])) is not { } cut)
                {
                    continue;
                }
                replaced[passage.Id] = cut;
                asked.Add((questions[round], false));
                if (new AnswerStrings(questions[round + 1]) is { IsEmpty: false } next && next.AreIn(cut.Text))
                {
                    asked.Add((questions[round + 1], true));
                }
            }
            if (asked.Count > 0)
            {
                yield return new(CalibrationScenario.FactCutOut, await corpus.ReplaceAsync(replaced, cancellationToken), asked);
            }
        }
    }

    // Null where the answer can't be found, goes over the end of a sentence, or nothing would be left.
    private static Passage? Without(Passage passage, AnswerStrings answers)
    {
        if (answers.IsEmpty || !answers.AreIn(passage.Text))
        {
            return null;
        }
        var text = new StringBuilder();
        var sentences = new List<TextSpan>();
        foreach (var sentence in passage.Sentences.Select(span => span.In(passage.Document.Text).ToString()).Where(sentence => !answers.AreIn(sentence)))
        {
            sentences.Add(new TextSpan(text.Length, sentence.Length));
            text.Append(sentence).Append('\n');
        }
        if (sentences.Count == 0 || answers.AreIn(text.ToString()))
        {
            return null;
        }
        var document = passage.Document with { Text = text.ToString(), Headings = [] };
        return passage with
        {
            Id = new PassageId(ContentHash.Of(Encoding.UTF8.GetBytes(passage.Id.Value + text))),
            Document = document,
            Span = new TextSpan(0, text.Length),
            Sentences = [.. sentences],
            ClauseMentions = [],
        };
    }
}
