namespace Bot.Host.Conversations;

/// <summary>Whether one more question is within the limits.</summary>
internal abstract record LimitDecision
{
    private LimitDecision() { }

    public sealed record Allowed : LimitDecision;

    /// <param name="Left">Until the person may ask again.</param>
    /// <param name="Tell">Whether it is the first time in this window; a person is told once.</param>
    public sealed record UserLimited(TimeSpan Left, bool Tell) : LimitDecision;

    /// <summary>Everybody together has asked too much; the same parameters.</summary>
    public sealed record AllLimited(TimeSpan Left, bool Tell) : LimitDecision;
}
