namespace Bot.Retrieval.Answering.Generated;

/// <summary>Why a language model or embedding endpoint gave nothing that can be used.</summary>
public enum ModelFailure
{
    /// <summary>No connection, or a 5xx.</summary>
    Unavailable,

    /// <summary>The first words didn't come in time.</summary>
    SlowStart,

    /// <summary>The whole took too long.</summary>
    SlowFinish,

    /// <summary>The endpoint refused the key (401, 403).</summary>
    Unauthorized,

    /// <summary>Too many requests, or the quota is used up (429).</summary>
    RateLimited,

    /// <summary>The endpoint can't do what was asked (other 4xx): a wrong model name, a prompt too long.</summary>
    Rejected,

    /// <summary>The stream ended in the middle.</summary>
    CutOff,

    /// <summary>The response isn't what the protocol says.</summary>
    Malformed,

    /// <summary>The model said nothing.</summary>
    Empty,

    /// <summary>The endpoint's content filter stopped it.</summary>
    Filtered,

    /// <summary>It failed so often that it isn't asked for a while.</summary>
    CircuitOpen,

    /// <summary>None of what it said could be backed by the passages.</summary>
    Unsupported,
}
