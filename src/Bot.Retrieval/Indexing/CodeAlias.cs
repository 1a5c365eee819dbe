namespace Bot.Retrieval.Indexing;

/// <summary>Another name of a code, from the glossary.</summary>
/// <param name="Alias">What people also call it: 民诉法, <c>PRC Civil Code</c>.</param>
/// <param name="Name">A name by which documents call it.</param>
public sealed record CodeAlias(string Alias, string Name);
