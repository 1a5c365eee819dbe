namespace Bot.Host.Conversations;

/// <summary>What became of an incoming message.</summary>
internal enum Receipt
{
    /// <summary>It is written down and will get its reply, even after a crash.</summary>
    Accepted,

    /// <summary>It was here before.</summary>
    Duplicate,

    /// <summary>It could not be written down; the person was told so.</summary>
    Refused,
}
