using System.Collections.Immutable;

namespace Bot.Retrieval.Analysis;

/// <summary>One way to write a concept.</summary>
/// <param name="Terms">The index terms that must all occur, in text order.</param>
/// <param name="Weight">Above 0, up to 1: how likely this means the concept.</param>
internal sealed record Rendering(ImmutableArray<string> Terms, double Weight)
{
    /// <summary>The English word, where it is a single one.</summary>
    public string? Word { get; init; }

    /// <summary>The Chinese word, where it is one.</summary>
    public string? Han { get; init; }
}
