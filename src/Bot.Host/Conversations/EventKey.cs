namespace Bot.Host.Conversations;

/// <summary>What makes two deliveries of one message the same, also after a restart.</summary>
/// <param name="Platform">The name of the chat.</param>
/// <param name="Id">The chat's own id of the event; the same in every delivery.</param>
internal readonly record struct EventKey(string Platform, string Id)
{
    public override string ToString() => $"{Platform}:{Id}";
}
