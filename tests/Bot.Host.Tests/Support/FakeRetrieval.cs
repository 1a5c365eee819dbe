using System.Runtime.CompilerServices;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Evaluation.Calibration;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Support;

/// <summary>Retrieval whose answers a test writes by hand.</summary>
internal sealed class FakeRetrieval : IStreamingAnswerer, IIndexBuilder, IEvaluator
{
    public Func<Question, Answer> Answer { get; set; } = _ => Grounded("Seven years. [1]", Cite("7 years"));

    /// <summary>What is streamed before an answer; each waits for the task beside it.</summary>
    public IReadOnlyList<(string Text, Task After)> Drafts { get; set; } = [];

    public Func<IReadOnlyList<string>, IProgress<ReloadProgress>?, CancellationToken, Task<BuildOutcome>> Build { get; set; } =
        (_, _, _) => Task.FromResult<BuildOutcome>(new BuildOutcome.Built(IndexSnapshot.Empty, new ReloadReport { Revision = "r1", Documents = 1, Passages = 1 }));

    public Func<QuestionSet, SetScore> Score { get; set; } = set => new SetScore { Set = set.Name, Kind = set.Kind, Passages = 1, Questions = 1 };

    public IReadOnlyList<QuestionSet> Sets { get; set; } = [];

    public List<string> Asked { get; } = [];

    public static Answer.Grounded Grounded(string text, params Citation[] citations) =>
        new([.. citations]) { Text = text, Confidence = 0.93456, Snapshot = "r1" };

    public static Answer.NotFound NotFound(NotFoundReason reason) => new(reason) { Text = "Nothing there.", Confidence = 0.1, Snapshot = "r1" };

    public static Citation Cite(string quote, int number = 1, string title = "A policy")
    {
        var document = new Document
        {
            Id = new DocumentId("policy.txt"),
            Title = title,
            Text = quote,
            Source = new SourceMap([0], [0], [0]),
            Revision = "1",
            Link = new Uri("https://example.org/policy"),
        };
        var span = new TextSpan(0, quote.Length);
        return new(number, new Passage { Id = new PassageId("p1"), Document = document, Span = span, Sentences = [span] }, span, quote);
    }

    public void Register(IServiceCollection services) => services
        .AddSingleton(new LiveIndex())
        .AddSingleton<IAnswerer>(this)
        .AddSingleton<IIndexBuilder>(this)
        .AddSingleton<IEvaluator>(this);

    public Task<Answer> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(question.Text);
        }
        return Task.FromResult(Answer(question));
    }

    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (text, after) in Drafts)
        {
            yield return new AnswerUpdate.Draft(text);
            await after.WaitAsync(cancellationToken);
        }
        yield return new AnswerUpdate.Final(await AnswerAsync(question, cancellationToken));
    }

    public Task<IndexSnapshot> MergeAsync(IndexSnapshot snapshot, CancellationToken cancellationToken) => Task.FromResult(snapshot);

    public void Settle(IndexSnapshot snapshot, IndexSnapshot replaced)
    {
    }

    /// <summary>What the last build was to go on from.</summary>
    public IndexSnapshot? Previous { get; private set; }

    public Task<BuildOutcome> BuildAsync(IndexSnapshot previous, IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        Previous = previous;
        return Build(sources, progress, cancellationToken);
    }

    public IReadOnlyList<QuestionSet> ReadSets(string file) => Sets;

    public Func<QuestionSet, string, QuestionExplanation?> Explain { get; set; } = (_, _) => null;

    public Func<IReadOnlyList<QuestionSet>, CalibrationReport> Calibrate { get; set; } = _ => throw new InvalidDataException("too few questions");

    public Task<QuestionExplanation?> ExplainAsync(QuestionSet set, string id, CancellationToken cancellationToken) => Task.FromResult(Explain(set, id));

    public Task<CalibrationReport> CalibrateAsync(IReadOnlyList<QuestionSet> sets, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        Task.FromResult(Calibrate(sets));

    public Task<SetScore> ScoreAsync(QuestionSet set, IProgress<(int Done, int Total)>? progress, CancellationToken cancellationToken) =>
        Task.FromResult(Score(set));
}
