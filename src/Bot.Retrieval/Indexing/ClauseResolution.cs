using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>A clause that a question asks about, and what the documents have on it.</summary>
public sealed record ClauseResolution(ClauseReference Reference, ClauseMention Mention, ClauseLookupResult Result);
