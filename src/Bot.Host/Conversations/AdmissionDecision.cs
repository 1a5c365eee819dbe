namespace Bot.Host.Conversations;

/// <summary>What is done with a message.</summary>
internal abstract record AdmissionDecision
{
    private AdmissionDecision() { }

    public sealed record Work : AdmissionDecision;

    /// <summary>The person is told why not.</summary>
    /// <param name="Reason">A word for logs and metrics.</param>
    /// <param name="Reply">The stated reason.</param>
    public sealed record Refuse(string Reason, Reply Reply) : AdmissionDecision;

    /// <summary>The person was told a moment ago, for this message too.</summary>
    public sealed record Silence : AdmissionDecision;
}
