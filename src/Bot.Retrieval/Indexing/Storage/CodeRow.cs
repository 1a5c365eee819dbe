namespace Bot.Retrieval.Indexing.Storage;

/// <summary>What one key of codes leads to: its name, or the key under which the code is known.</summary>
/// <param name="Key">Number of a string.</param>
/// <param name="Value">Number of a string.</param>
internal readonly record struct CodeRow(int Key, int Value);
