namespace Bot.Host.Conversations;

/// <summary>A place where messages follow one another and are remembered together: a thread, or the messages between two.</summary>
/// <param name="Platform">The name of the chat.</param>
/// <param name="Place">The chat's own id of the place.</param>
internal readonly record struct ConversationKey(string Platform, string Place)
{
    public override string ToString() => $"{Platform}:{Place}";
}
