namespace Bot.Retrieval.Lexicon;

/// <summary>The dictionary file is missing, cut off or damaged. The message is safe to show and says what to do.</summary>
public sealed class LexiconException : Exception
{
    public LexiconException(string message)
        : base(message)
    {
    }

    public LexiconException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
