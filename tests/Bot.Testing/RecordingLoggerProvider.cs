using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Testing;

/// <summary>Keeps what is logged, for a test to read.</summary>
public sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> _lines = [];

    private event Action<string>? Logged;

    public IReadOnlyCollection<(LogLevel Level, string Message)> Lines => _lines;

    public IEnumerable<string> At(LogLevel level) => _lines.Where(line => line.Level == level).Select(line => line.Message);

    /// <summary>Waits until a line with this text has been logged.</summary>
    /// <exception cref="TimeoutException">It wasn't within a minute of real time.</exception>
    public async Task WaitForAsync(string text)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string message)
        {
            if (message.Contains(text, StringComparison.Ordinal))
            {
                found.TrySetResult();
            }
        }
        Logged += Look;
        foreach (var line in _lines)
        {
            Look(line.Message);
        }
        await found.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        Logged -= Look;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        // Nothing is held.
    }

    private void Add(LogLevel level, string message)
    {
        _lines.Enqueue((level, message));
        Logged?.Invoke(message);
    }

    private sealed class Logger(RecordingLoggerProvider owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Add(logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");
    }
}
