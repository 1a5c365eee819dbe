using System.Collections.Immutable;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Something a question asks about, with the ways in which a passage may write it. It counts once, however many ways
/// there are.
/// </summary>
/// <param name="Text">The question's own words for it.</param>
/// <param name="Weight">0 to 1: how much it counts, beside its rarity, in ranking passages.</param>
/// <param name="Certainty">0 to 1: how much it counts, beside its rarity, in judging whether the best passage answers.</param>
/// <param name="Wordings">Ways to write it; none where no translation is known.</param>
internal sealed record QuestionConcept(string Text, double Weight, double Certainty, ImmutableArray<Wording> Wordings);

/// <summary>One way to write a concept.</summary>
/// <param name="Text">As a person would write it.</param>
/// <param name="Terms">The index terms that must all occur.</param>
/// <param name="Weight">Above 0, up to 1: how likely this wording means the concept.</param>
internal sealed record Wording(string Text, ImmutableArray<string> Terms, double Weight);
