using System.Runtime.CompilerServices;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Peers;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>How cost grows with the number of passages: without goals, and the reloads by one round.</summary>
internal sealed class Growth(string number, int passages) : IFigure
{
    private const int PassagesAFile = 10;

    public IReadOnlyList<string> Numbers => [number];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (passages > context.Size.MostPassages)
        {
            yield break;
        }
        foreach (var row in await VectorsAsync(context))
        {
            yield return row;
        }
        foreach (var row in await WordsAsync(context))
        {
            yield return row;
        }
        foreach (var row in await ReloadsAsync(context, cancellationToken))
        {
            yield return row;
        }
    }

    private async Task<IReadOnlyList<Row>> VectorsAsync(BenchContext context)
    {
        var set = context.Vectors(VectorShape.Clustered, passages, 384);
        var (index, used) = MemoryUse.Of(() => Engines.Vectors(set), set.Vectors.Length * (double)sizeof(float));
        var reference = new ReferenceScan(set.Vectors, set.Dimensions);
        var contest = await VectorRounds.RunAsync(
            context,
            (VectorRounds.Operations(set, exact: false), i => Engines.Search(index, set.Questions[i % set.Questions.Length])),
            (VectorRounds.Operations(set, exact: true), i => reference.Search(set.Questions[i % set.Questions.Length])));
        return
        [
            Of("vectors (384): CPU a question", Amount.Seconds(contest.Median(0, sample => sample.Cpu))),
            Of("vectors (384): CPU a question of ref", Amount.Seconds(contest.Median(1, sample => sample.Cpu))),
            Of("vectors (384): memory", Amount.Bytes(used)),
        ];
    }

    private async Task<IReadOnlyList<Row>> WordsAsync(BenchContext context)
    {
        var corpus = context.Corpus(passages);
        var indexing = 0.0;
        var (index, used) = MemoryUse.Of(
            () =>
            {
                LexicalIndex? built = null;
                indexing = context.Meter.Batch(1, _ => built = Engines.Words(corpus.Passages)).Cpu;
                return built!;
            },
            passages * Engines.BytesAPassage);
        var questions = Engines.TermsOf(corpus);
        LexicalSearches.WarmUp(context, index, questions);
        var contest = await Contest.RunAsync(context.Size.Rounds, () => LexicalSearches.Ours(context, index, questions));
        return
        [
            Of("words: median CPU a question", Amount.Seconds(contest.Median(0, sample => sample.MedianCpu))),
            Of("words: CPU of 99 % of questions", Amount.Seconds(contest.Median(0, sample => sample.HighCpu))),
            Of("words: memory", Amount.Bytes(used)),
            Of("words: CPU to index", Amount.Seconds(indexing)),
        ];
    }

    private async Task<IReadOnlyList<Row>> ReloadsAsync(BenchContext context, CancellationToken cancellationToken)
    {
        var files = await context.FilesAsync(passages / PassagesAFile, cancellationToken);
        var contest = await Reloads.RunAsync(context, files, rounds: 1, cancellationToken);
        return
        [
            Of("whole index: memory of the process", Amount.Bytes(MemoryUse.Live())),
            Of("whole index: CPU of a full build", Amount.Seconds(contest.Median(2, sample => sample.Cpu))),
            Of("whole index: wall time of a full build", Amount.Seconds(contest.Median(2, sample => sample.Wall))),
            Of("whole index: reload, one file changed, wall time", Amount.Seconds(contest.Median(1, sample => sample.Wall))),
            Of("whole index: reload, nothing changed, wall time", Amount.Seconds(contest.Median(0, sample => sample.Wall))),
        ];
    }

    private Row Of(string what, Amount amount) => new(number, $"{passages:N0}", what) { Ours = amount };
}
