using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bot.Retrieval.Answering;

namespace Bot.Host.CommandLine.Json;

/// <summary>An answer as <c>ask --json</c> writes it.</summary>
internal sealed record AnswerJson
{
    /// <summary>As the question brought it; null for a question from the command line.</summary>
    public required JsonNode? Id { get; init; }

    public required string Question { get; init; }

    /// <summary><c>answered</c> or <c>notFound</c>.</summary>
    public required string Outcome { get; init; }

    public required string Text { get; init; }

    public required double Confidence { get; init; }

    public required IReadOnlyList<CitationJson> Citations { get; init; }

    public required IReadOnlyList<QuoteJson> Nearest { get; init; }

    public required double ElapsedMs { get; init; }

    public required string Snapshot { get; init; }

    /// <summary>Clauses that exist, where one was asked for that doesn't.</summary>
    public required IReadOnlyList<string> NearestClauses { get; init; }

    /// <summary>Why nothing was found; null for an answer.</summary>
    public required string? Reason { get; init; }

    /// <summary>A line to show beneath; null where there is nothing to say.</summary>
    public required string? Note { get; init; }

    /// <summary>How a language model took part; null where none did, or nobody asked to have it explained.</summary>
    public required GenerationJson? Generation { get; init; }

    public static AnswerJson From(JsonNode? id, string question, Answer answer, TimeSpan elapsed, bool explain)
    {
        var notFound = answer as Answer.NotFound;
        return new()
        {
            Id = id,
            Question = question,
            Outcome = notFound is null ? "answered" : "notFound",
            Text = answer.Text,
            Confidence = Math.Round(answer.Confidence, 4),
            Citations = answer is Answer.Grounded grounded ? [.. grounded.Citations.Select(CitationJson.From)] : [],
            Nearest = notFound is null ? [] : [.. notFound.Nearest.Select(QuoteJson.From)],
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 3),
            Snapshot = answer.Snapshot,
            NearestClauses = notFound is null ? [] : ClauseNames.Of(notFound.NearestClauses),
            Note = answer.Note,
            Generation = explain && answer.Generation is { } generation ? GenerationJson.From(generation) : null,
            Reason = notFound is null ? null : JsonNamingPolicy.CamelCase.ConvertName(notFound.Reason.ToString()),
        };
    }
}

/// <summary>A numbered quote.</summary>
internal sealed record CitationJson(
    int Number, string Document, string Title, string Quote, int StartLine, int EndLine, Uri? Link)
{
    /// <summary>Pairs of words that met across languages, the question's first; left out where the passage is in the question's own words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<string>>? Matched { get; init; }

    public static CitationJson From(Citation citation) => new(
        citation.Number, citation.DocumentName, citation.Title, citation.Quote, citation.StartLine, citation.EndLine, citation.Link)
    {
        Matched = citation.Matched.IsEmpty ? null : [.. citation.Matched.Select(match => (string[])[match.Asked, match.Found])],
    };
}

/// <summary>A quote that is shown as near, not as an answer.</summary>
internal sealed record QuoteJson(string Document, string Title, string Quote, int StartLine, int EndLine, Uri? Link)
{
    public static QuoteJson From(Citation citation) => new(
        citation.DocumentName, citation.Title, citation.Quote, citation.StartLine, citation.EndLine, citation.Link);
}
