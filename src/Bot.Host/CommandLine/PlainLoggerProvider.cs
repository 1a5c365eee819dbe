using Microsoft.Extensions.Logging;

namespace Bot.Host.CommandLine;

/// <summary>Writes what a command logs to standard error, a line each. The framework's console log takes longer to set up than most commands run.</summary>
internal sealed class PlainLoggerProvider(TextWriter error) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new PlainLogger(error, categoryName);

    public void Dispose()
    {
        // Standard error isn't ours to close.
    }

    private sealed class PlainLogger(TextWriter error, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var details = exception is null ? "" : $"\n{exception}";
            lock (error)
            {
                error.WriteLine(SafeText.ForTerminal($"{logLevel}: {category}: {formatter(state, exception)}{details}"));
            }
        }
    }
}
