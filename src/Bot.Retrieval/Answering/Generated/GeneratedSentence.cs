using System.Collections.Immutable;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>A sentence as a model wrote it, before anything of it is believed.</summary>
/// <param name="Text">Its words, without the numbers in brackets.</param>
/// <param name="Numbers">The passages it says to rest on, in written order, each once.</param>
/// <param name="Quotes">What it says to quote.</param>
internal sealed record GeneratedSentence(string Text, ImmutableArray<int> Numbers, ImmutableArray<GeneratedQuote> Quotes);

/// <summary>Words that a model says to have copied from a passage.</summary>
/// <param name="Number">Of the passage.</param>
/// <param name="Words">As the model wrote them, without quotation marks around.</param>
internal readonly record struct GeneratedQuote(int Number, string Words);
