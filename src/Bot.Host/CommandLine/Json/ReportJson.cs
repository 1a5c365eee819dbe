using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine.Json;

/// <summary>A reload report as <c>check --json</c> writes it.</summary>
internal sealed record ReportJson
{
    public required string Snapshot { get; init; }

    public required int Documents { get; init; }

    public required int Passages { get; init; }

    public required int Clauses { get; init; }

    public required IReadOnlyList<QuarantinedJson> Quarantined { get; init; }

    public required int EmbeddingsMade { get; init; }

    public required int EmbeddingsReused { get; init; }

    public required double DurationMs { get; init; }

    public static ReportJson From(ReloadReport report) => new()
    {
        Snapshot = report.Revision,
        Documents = report.Documents,
        Passages = report.Passages,
        Clauses = report.Clauses,
        Quarantined = [.. report.Quarantined.Select(QuarantinedJson.From)],
        EmbeddingsMade = report.EmbeddingsMade,
        EmbeddingsReused = report.EmbeddingsReused,
        DurationMs = Math.Round(report.Duration.TotalMilliseconds, 3),
    };
}
