namespace Bot.Host.Chat;

/// <summary>Keys, one at a time.</summary>
internal interface IKeyboard
{
    /// <summary>The next key, or null when the terminal has gone.</summary>
    Task<ConsoleKeyInfo?> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>The process's terminal.</summary>
internal sealed class ConsoleKeyboard : IKeyboard
{
    // Waiting for a key can't be cancelled, only left: the thread ends with the process.
    public Task<ConsoleKeyInfo?> ReadAsync(CancellationToken cancellationToken) => Task.Run(Read, CancellationToken.None).WaitAsync(cancellationToken);

    private static ConsoleKeyInfo? Read()
    {
        try
        {
            return Console.ReadKey(intercept: true);
        }
        catch (Exception ex) when (ex is InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
