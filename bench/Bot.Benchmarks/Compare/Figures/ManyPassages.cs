using System.Runtime.CompilerServices;
using Bot.Benchmarks.Peers;

namespace Bot.Benchmarks.Compare.Figures;

/// <summary>L2: search by words in many passages beside Lucene 8.</summary>
internal sealed class ManyPassages : IFigure
{
    private const double Limit = 1.3;

    public IReadOnlyList<string> Numbers => ["L2"];

    public async IAsyncEnumerable<Row> MeasureAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var corpus = context.Corpus(context.Size.ManyPassages);
        var size = $"{corpus.Passages.Length:N0} passages";
        using var folder = new TemporaryFolder();
        var questions = Engines.TermsOf(corpus);
        PassageFiles.Write(corpus, questions, folder.Path);
        switch (await PeerProcess.StartAsync("lucene", [folder.Path], cancellationToken))
        {
            case PeerStart.Running running:
                await using (running.Peer)
                {
                    await foreach (var row in LexicalSearches.AgainstLuceneAsync(context, "L2", size, Engines.Words(corpus.Passages), questions, running.Peer, (Limit, 0), cancellationToken))
                    {
                        yield return row;
                    }
                }
                break;
            case PeerStart.Missing missing:
                yield return Rows.Missing(LexicalSearches.Median("L2", size, Limit), "Lucene 8", missing.Reason);
                break;
        }
    }
}
