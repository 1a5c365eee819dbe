using System.Runtime.CompilerServices;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>Makes answerable and unanswerable questions of a set whose answers are known, by taking passages away.</summary>
internal static class CalibrationTrials
{
    private const int SmallCorpus = 24;
    private const int MostSmallCorpora = 12;
    private const int LeastPassages = 8;
    private const double MinorityShare = 0.05;

    /// <summary>All trials of a set; of one that has unanswerable questions itself, only those.</summary>
    public static async IAsyncEnumerable<CalibrationTrial> OfAsync(CalibrationCorpus corpus, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(CalibrationScenario.AsIs, corpus.Whole, [.. corpus.Questions.Select(question => (question, question.Gold is { Length: > 0 }))]);
        // Its corpus lacks articles already; or what is left out of it may stand there in the other language.
        if (corpus.Questions.Any(question => question.Gold is []) || IsBilingual(corpus.Whole))
        {
            yield break;
        }
        for (var half = 0; half < 2; half++)
        {
            var left = half;
            yield return await ByArticleAsync(corpus, CalibrationScenario.HalfLeftOut, article => CalibrationCorpus.PartOf(article, 2) == left, 1, cancellationToken);
        }
        var parts = Math.Max(2, corpus.Whole.Passages.Length / SmallCorpus);
        for (var part = 0; part < Math.Min(parts, MostSmallCorpora); part++)
        {
            var kept = part;
            var trial = await ByArticleAsync(corpus, CalibrationScenario.Small, article => CalibrationCorpus.PartOf($"small {article}", parts) == kept, parts, cancellationToken);
            if (trial.Snapshot.Passages.Length >= LeastPassages)
            {
                yield return trial;
            }
        }
        if (corpus.Whole.Passages.GroupBy(CalibrationCorpus.ArticleOf).Count() * 2 < corpus.Whole.Passages.Length)
        {
            for (var half = 0; half < 2; half++)
            {
                yield return await ByPassageAsync(corpus, half, cancellationToken);
            }
        }
        await foreach (var trial in CutOutFacts.OfAsync(corpus, cancellationToken))
        {
            yield return trial;
        }
    }

    private static bool IsBilingual(IndexSnapshot snapshot)
    {
        var chinese = (double)Enumerable.Range(0, snapshot.Passages.Length).Count(snapshot.Lexical.IsChinese) / Math.Max(1, snapshot.Passages.Length);
        return chinese is > MinorityShare and < 1 - MinorityShare;
    }

    // Of the questions whose article isn't kept, one of so many is asked.
    private static async Task<CalibrationTrial> ByArticleAsync(
        CalibrationCorpus corpus, CalibrationScenario scenario, Func<string, bool> isKept, int oneOf, CancellationToken cancellationToken)
    {
        var snapshot = await corpus.KeepAsync(passage => isKept(CalibrationCorpus.ArticleOf(passage)), cancellationToken);
        var asked = new List<(EvaluationQuestion, bool)>();
        foreach (var question in corpus.Questions)
        {
            var articles = corpus.GoldOf(question).Select(CalibrationCorpus.ArticleOf).Distinct().ToList();
            var kept = articles.Count(isKept);
            if (articles.Count > 0 && kept == articles.Count)
            {
                asked.Add((question, true));
            }
            else if (articles.Count > 0 && kept == 0 && CalibrationCorpus.PartOf($"asked {question.Id}", oneOf) == 0)
            {
                asked.Add((question, false));
            }
        }
        return new(scenario, snapshot, asked);
    }

    private static async Task<CalibrationTrial> ByPassageAsync(CalibrationCorpus corpus, int half, CancellationToken cancellationToken)
    {
        bool IsKept(Passage passage) => CalibrationCorpus.PartOf($"passage {passage.Document.RecordId}", 2) == half;
        var snapshot = await corpus.KeepAsync(IsKept, cancellationToken);
        return new(
            CalibrationScenario.PassageLeftOut,
            snapshot,
            [.. corpus.Questions.Where(question => !corpus.GoldOf(question).IsEmpty).Select(question => (question, corpus.GoldOf(question).Any(IsKept)))]);
    }
}
