namespace Bot.Retrieval.Indexing;

/// <summary>The passages couldn't be embedded, for the reason inside.</summary>
internal sealed class EmbeddingException(Exception reason) : Exception(reason.Message, reason);
