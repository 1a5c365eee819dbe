namespace Bot.Retrieval.Searching;

/// <summary>Two words that met across languages: <c>kept</c> and <c>备份</c>.</summary>
/// <param name="Asked">As the question writes it.</param>
/// <param name="Found">As the passage, or its title, writes it.</param>
public readonly record struct MatchedTerm(string Asked, string Found);
