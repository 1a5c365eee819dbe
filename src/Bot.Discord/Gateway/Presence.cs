namespace Bot.Discord.Gateway;

/// <summary>What people see beside the bot's name.</summary>
public sealed record Presence
{
    private const int MaxText = 128;

    /// <param name="status">The coloured dot.</param>
    /// <param name="text">At most 128 characters; null for none.</param>
    public Presence(PresenceStatus status, string? text = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text?.Length ?? 0, MaxText, nameof(text));
        (Status, Text) = (status, text);
    }

    public PresenceStatus Status { get; }

    public string? Text { get; }
}
