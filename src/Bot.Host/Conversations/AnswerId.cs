namespace Bot.Host.Conversations;

/// <summary>
/// Names an answer: 16 characters, each a letter, a digit, - or _. It is derived from the event, so a second try makes the
/// same one, and with a secret, so nobody can guess it. Chats get it as their key against double posts and in buttons.
/// </summary>
internal readonly record struct AnswerId(string Value)
{
    public override string ToString() => Value;
}
