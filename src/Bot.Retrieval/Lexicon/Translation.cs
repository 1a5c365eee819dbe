namespace Bot.Retrieval.Lexicon;

/// <summary>One translation of a word or phrase.</summary>
/// <param name="Text">The other language's side: English words in lower case with single spaces, or folded Chinese.</param>
/// <param name="Weight">Above 0, up to 1: how likely the two sides mean the same wherever one of them stands.</param>
/// <param name="Traits">What is known about it.</param>
public readonly record struct Translation(string Text, double Weight, TranslationTraits Traits);
