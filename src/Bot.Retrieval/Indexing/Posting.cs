namespace Bot.Retrieval.Indexing;

/// <summary>That a term occurs in a passage: how often in its text and how often in its title and headings.</summary>
internal readonly record struct Posting(int Passage, ushort Text, ushort Title);
