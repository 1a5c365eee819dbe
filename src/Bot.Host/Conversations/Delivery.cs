namespace Bot.Host.Conversations;

/// <summary>What became of a reply.</summary>
internal abstract record Delivery
{
    private Delivery() { }

    /// <summary>It stands there, perhaps since an earlier try.</summary>
    public sealed record Done : Delivery;

    /// <summary>It can't be delivered, now or later: the question was deleted, or the bot may not write there.</summary>
    public sealed record Impossible(string Reason) : Delivery;

    /// <summary>The chat is out of reach or busy.</summary>
    /// <param name="Reason">For the log.</param>
    /// <param name="After">How long the chat asks to wait; null where it doesn't say.</param>
    public sealed record Later(string Reason, TimeSpan? After = null) : Delivery;
}
