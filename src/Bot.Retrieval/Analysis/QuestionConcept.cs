using System.Collections.Immutable;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Something a question asks about, with the ways in which a passage may write it. It counts once, however many ways
/// there are.
/// </summary>
/// <param name="Text">As the question writes it.</param>
/// <param name="Weight">0 to 1: how much it counts, beside its rarity, in ranking passages.</param>
/// <param name="Certainty">0 to 1: how much it counts, beside its rarity, in judging whether the best passage answers.</param>
/// <param name="Renderings">Ways to write it; none where no translation is known.</param>
internal sealed record QuestionConcept(string Text, double Weight, double Certainty, ImmutableArray<Rendering> Renderings)
{
    /// <summary>The folded words, where they may be a name that the other language writes by its sound or reading.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is only there in case it is a name: where no passage has it, nothing is missing.</summary>
    public bool IsGuess { get; init; }
}
