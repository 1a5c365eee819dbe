using Bot.Retrieval.Documents;

namespace Bot.Host.CommandLine.Json;

/// <summary>A document as <c>sources --json</c> writes it.</summary>
internal sealed record SourceJson(string Id, string Title, DateOnly? Date, string? Author, Uri? Link, int Passages, int Clauses);

/// <summary>A file, or a line of one, that is left out.</summary>
internal sealed record QuarantinedJson(string Id, int? Line, string Quarantined)
{
    public static QuarantinedJson From(QuarantinedSource source) => new(source.Id.Value, source.Line, source.Reason);
}
