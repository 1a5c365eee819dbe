namespace Bot.Host.Chat;

/// <summary>Lines from a pipe or file, or from a terminal that can't do more.</summary>
internal sealed class PlainLines(TextReader reader) : ILineSource
{
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) => await reader.ReadLineAsync(cancellationToken);
}
