namespace Bot.Host.Chat;

/// <summary>Where the lines of a conversation come from.</summary>
internal interface ILineSource
{
    /// <summary>The next line, or null at the end.</summary>
    Task<string?> ReadAsync(CancellationToken cancellationToken);
}
