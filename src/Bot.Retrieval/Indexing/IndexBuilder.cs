using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Passages;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Indexing;

/// <summary>Reads, splits, embeds and indexes, in that order, and says what changed.</summary>
internal sealed partial class IndexBuilder(
    SourceReader reader, PassageEmbedder embedder, LexiconSource lexicon, TimeProvider clock, ILogger<IndexBuilder> logger) : IIndexBuilder
{
    public async Task<BuildOutcome> BuildAsync(
        IndexSnapshot previous, IReadOnlyList<string> sources, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(sources);
        var started = clock.GetTimestamp();
        // The first question will ask for it, and reading files leaves a core free.
        _ = Task.Run(() => lexicon.Lexicon, cancellationToken);
        switch (await reader.ReadAsync(previous, sources, progress, cancellationToken))
        {
            case SourcesRead.Failed failed:
                return new BuildOutcome.Failed(failed.Reason);
            case SourcesRead.Read read:
                return await IndexAsync(previous, read, started, progress, cancellationToken);
            case var other:
                throw new InvalidOperationException(other.ToString());
        }
    }

    private async Task<BuildOutcome> IndexAsync(
        IndexSnapshot previous, SourcesRead.Read read, long started, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        ImmutableArray<Passage> passages = [.. read.Sources.SelectMany(source => source.Passages)];
        var words = Task.Run(() => Words(passages, progress, cancellationToken), cancellationToken);
        var clauses = Task.Run(() => ClauseIndex.Build(passages, GlossaryAliases.Of(read.Glossary)), cancellationToken);
        VectorIndex vectors;
        int made, reused;
        try
        {
            (vectors, made, reused) = await embedder.EmbedAsync(passages, previous, progress, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EmbeddingFailed(logger, ex);
            return new BuildOutcome.Failed($"The passages couldn't be embedded ({ex.Message}): check the embedding settings and reload.");
        }
        var lexical = await words;
        var snapshot = new IndexSnapshot
        {
            Revision = RevisionOf(passages),
            Documents = [.. passages.Select(passage => passage.Document).Distinct(ReferenceEqualityComparer.Instance).Cast<Document>()],
            Passages = passages,
            Quarantined = [.. read.Quarantined.Concat(read.Sources.SelectMany(source => source.Quarantined)).OrderBy(source => source.Id).ThenBy(source => source.Line)],
            Lexical = lexical,
            Glossary = read.Glossary,
            Vectors = vectors,
            Clauses = await clauses,
            Sources = read.Sources.DistinctBy(source => source.File.FullPath).ToDictionary(source => source.File.FullPath),
            PassageNumbers = passages.Select((passage, number) => (passage.Id, number)).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, entry => entry.number),
        };
        var report = Changes.Between(previous, snapshot) with { EmbeddingsMade = made, EmbeddingsReused = reused, Duration = clock.GetElapsedTime(started) };
        return new BuildOutcome.Built(snapshot, report);
    }

    private static LexicalIndex Words(ImmutableArray<Passage> passages, IProgress<ReloadProgress>? progress, CancellationToken cancellationToken)
    {
        const int ReportEvery = 256;
        var builder = new LexicalIndexBuilder();
        for (var i = 0; i < passages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Add(passages[i]);
            if (i % ReportEvery == 0)
            {
                progress?.Report(new(ReloadStage.Indexing, i, passages.Length));
            }
        }
        progress?.Report(new(ReloadStage.Indexing, passages.Length, passages.Length));
        return builder.Build();
    }

    private static string RevisionOf(ImmutableArray<Passage> passages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var passage in passages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(passage.Id.Value));
            hash.AppendData(Encoding.UTF8.GetBytes(passage.Document.Revision));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Embedding failed; the last index stays")]
        public static partial void EmbeddingFailed(ILogger logger, Exception exception);
    }
}
