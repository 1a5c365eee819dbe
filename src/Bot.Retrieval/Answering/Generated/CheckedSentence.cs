using System.Collections.Immutable;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A sentence of a model after the check.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Evidence">What it rests on; empty where it isn't shown.</param>
internal sealed record CheckedSentence(SentenceVerdict Verdict, ImmutableArray<Evidence> Evidence);
