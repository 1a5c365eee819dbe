namespace Bot.Retrieval.Answering.Generated;

/// <summary>A language model or embedding endpoint failed. The message is for the operator and safe to log: no keys, no bodies.</summary>
public sealed class ModelException(ModelFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ModelFailure Failure { get; } = failure;

    /// <summary>How long the endpoint asked to be left alone; null where it didn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether asking again may help.</summary>
    public bool IsTransient => Failure is ModelFailure.Unavailable or ModelFailure.RateLimited or ModelFailure.SlowStart;
}
