using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>H1: a question by words and vectors beside what both engines take alone, and a whole answer.</summary>
internal sealed class HybridQuestions : IFigure
{
    // As many as the retriever asks each engine for.
    private const int Candidates = 50;

    public IReadOnlyList<string> Numbers => ["H1"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await context.FilesAsync(context.Size.Files, cancellationToken);
        var questions = files.Questions.Select(text => new Question(text)).ToArray();
        var snapshot = files.Live.Current;
        var size = $"{snapshot.Passages.Length:N0} passages";
        var retriever = files.Get<IRetriever>();
        var answerer = files.Get<IAnswerer>();
        // After a round that doesn't count.
        await HybridAsync();
        await EnginesAsync();
        var contest = await Contest.RunAsync(context.Size.Rounds, HybridAsync, EnginesAsync);
        yield return Rows.ByCpu(new("H1", size, "hybrid search, CPU a question") { Goal = Goal.AtMostTimes(1.1) }, contest, 1, "words alone + vectors alone");
        await AnswersAsync();
        var answers = await Contest.RunAsync(context.Size.Rounds, AnswersAsync);
        yield return Whole(size, "a whole answer, median", answers.Median(0, sample => sample.MedianCpu), answers.Median(0, sample => sample.MedianWall), 0.008);
        yield return Whole(size, "a whole answer, 99 % of questions", answers.Median(0, sample => sample.HighCpu), answers.Median(0, sample => sample.HighWall), 0.025);

        Task<Sample> HybridAsync() =>
            context.Meter.EachAsync(questions.Length, i => retriever.RetrieveAsync(questions[i], snapshot, Engines.Limit, cancellationToken));

        Task<Sample> EnginesAsync() => context.Meter.EachAsync(questions.Length, i => BothAloneAsync(files, questions[i], snapshot, cancellationToken));

        Task<Sample> AnswersAsync() => context.Meter.EachAsync(questions.Length, i => answerer.AnswerAsync(questions[i], cancellationToken));
    }

    private static Row Whole(string size, string what, double cpu, double wall, double limit) => new("H1", size, what)
    {
        Ours = Amount.Seconds(cpu),
        Value = Amount.Seconds(cpu),
        Goal = Goal.AtMostSeconds(limit),
        Note = $"CPU; wall {Amount.Seconds(wall)}",
    };

    // Each from the question's text to its ranked passages.
    private static async Task BothAloneAsync(IndexedFiles files, Question question, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        var index = snapshot.Lexical;
        var isChinese = question.Language != TextLanguage.English;
        LexicalSearch.Top(LexicalSearch.Resolve(files.Get<QuestionAnalyzer>().Analyze(question.Text), index), index, null, Candidates);
        var translated = index.HasPassages(!isChinese) ? files.Get<QuestionTranslator>().Resolve(question.Text, question.Language, snapshot) : [];
        LexicalSearch.Top(translated, index, passage => index.IsChinese(passage) != isChinese, Candidates);
        var vector = await files.Get<QuestionEmbedder>().EmbedAsync(question.Text, snapshot, cancellationToken);
        if (!vector.IsEmpty)
        {
            snapshot.Vectors.Search(vector.Span, null, Candidates);
        }
    }
}
