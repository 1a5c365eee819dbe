using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Evaluation.Calibration;

/// <summary>A question set with its whole corpus, and smaller corpora made of it. Which passages go where depends on their names alone.</summary>
internal sealed class CalibrationCorpus(QuestionSet set, IndexSnapshot whole, IReadOnlyList<EvaluationQuestion> questions, PassageIndexer indexer)
{
    private readonly Dictionary<string, Passage> _byRecord = whole.Passages
        .Where(passage => passage.Document.RecordId is not null)
        .DistinctBy(passage => passage.Document.RecordId)
        .ToDictionary(passage => passage.Document.RecordId!);

    public QuestionSet Set => set;

    public IndexSnapshot Whole => whole;

    public IReadOnlyList<EvaluationQuestion> Questions => questions;

    /// <summary>What a passage is part of, by its id before #, by its title, or by its id without the number it ends with.</summary>
    public static string ArticleOf(Passage passage)
    {
        var id = passage.Document.RecordId ?? passage.Id.Value;
        return id.Contains('#', StringComparison.Ordinal) ? id[..id.IndexOf('#', StringComparison.Ordinal)]
            : passage.Document.Title is { Length: > 0 } title ? title
            : id.TrimEnd("0123456789".ToCharArray());
    }

    /// <summary>One of <paramref name="parts"/>, from 0; the same on every machine.</summary>
    public static int PartOf(string name, int parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return (int)(BitConverter.ToUInt32(hash) % (uint)parts);
    }

    /// <summary>The right passages of a question that the whole corpus has.</summary>
    public ImmutableArray<Passage> GoldOf(EvaluationQuestion question) =>
        [.. (question.Gold ?? []).Where(_byRecord.ContainsKey).Select(id => _byRecord[id])];

    public string ArticleOf(EvaluationQuestion question) => GoldOf(question) is [var first, ..] ? ArticleOf(first) : question.Id;

    /// <summary>A corpus of some of the passages.</summary>
    public Task<IndexSnapshot> KeepAsync(Func<Passage, bool> isKept, CancellationToken cancellationToken) =>
        BuildAsync([.. whole.Passages.Where(isKept)], cancellationToken);

    /// <summary>A corpus in which passages have been replaced.</summary>
    public Task<IndexSnapshot> ReplaceAsync(IReadOnlyDictionary<PassageId, Passage> replacements, CancellationToken cancellationToken) =>
        BuildAsync([.. whole.Passages.Select(passage => replacements.GetValueOrDefault(passage.Id, passage))], cancellationToken);

    private async Task<IndexSnapshot> BuildAsync(ImmutableArray<Passage> passages, CancellationToken cancellationToken)
    {
        var source = new IndexedSource(new(new("sets"), "sets", 0, default), ContentHash: null, passages, []);
        return (await indexer.IndexAsync(new SourcesRead.Read([source], [], new(whole.Glossary, whole.GlossaryHash, [])), whole, null, cancellationToken)).Snapshot;
    }
}
