namespace Bot.Slack.WebApi;

/// <summary>What to do after a failed call. Pure, so that each case is tested without a network.</summary>
internal abstract record CallDecision
{
    private CallDecision() { }

    /// <summary>Slack did nothing and says when to come back.</summary>
    public sealed record HoldAndRepeat(TimeSpan Hold) : CallDecision;

    public sealed record Repeat(TimeSpan After) : CallDecision;

    public sealed record GiveUp : CallDecision;
}
