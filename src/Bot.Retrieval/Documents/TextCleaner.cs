namespace Bot.Retrieval.Documents;

/// <summary>Placeholder for the cleaning contract.</summary>
public static class TextCleaner;
