using System.Threading.Channels;
using Bot.Host.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Conversations.Storage;

/// <summary>
/// The file that conversations are kept in: one writer, which commits together what waits together, and any number of
/// readers. One process at a time may have it open. Safe for concurrent use.
/// </summary>
internal sealed partial class ConversationDatabase(
    BotHome home, IOptions<IndexSettings> index, TimeProvider clock, ILogger<ConversationDatabase> logger) : IAsyncDisposable
{
    private const string FileName = "conversations.db";
    private const int MostAtOnce = 256;
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly string _file = Path.Combine(home.Resolve(index.Value.DataDirectory), FileName);
    private FileStream? _lock;
    private SqliteConnection? _writer;
    private Task _writing = Task.CompletedTask;
    private byte[]? _secret;

    /// <summary>What is wrong with the last write, in a sentence; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Random and of this file alone; 32 bytes.</summary>
    public ReadOnlySpan<byte> Secret => _secret ?? throw new InvalidOperationException("The database isn't open.");

    /// <summary>Opens or makes the file. Waits for another process that is just ending.</summary>
    /// <exception cref="StorageException">It can't be had or used.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            _lock = await LockAsync(cancellationToken);
            _writer = Connect(SqliteOpenMode.ReadWriteCreate);
            _secret = ConversationSchema.Prepare(_writer, _file);
        }
        catch (SqliteException ex)
        {
            throw StorageException.From(ex, _file);
        }
        catch (Exception ex) when (ex is UnauthorizedAccessException or IOException)
        {
            throw StorageException.From(new SqliteException(ex.Message, 14), _file);
        }
        _writing = Task.Run(WriteAsync, CancellationToken.None);
    }

    /// <summary>Runs a change inside a transaction; returns once it is committed.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T? result = default;
        await _writes.Writer.WriteAsync(
            new(connection => result = change(connection), () => done.TrySetResult(result!), error => done.TrySetException(error)), cancellationToken);
        return await done.Task;
    }

    public T Read<T>(Func<SqliteConnection, T> query)
    {
        try
        {
            using var connection = Connect(SqliteOpenMode.ReadOnly);
            return query(connection);
        }
        catch (SqliteException ex)
        {
            throw StorageException.From(ex, _file);
        }
    }

    /// <summary>Milliseconds since 1970, as the tables have them.</summary>
    public long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing;
        if (_writer is not null)
        {
            // The last connection to close moves the log into the file, which readers can't.
            using var readers = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadOnly));
            SqliteConnection.ClearPool(readers);
            await _writer.DisposeAsync();
            SqliteConnection.ClearPool(_writer);
        }
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Write>(MostAtOnce);
        while (await _writes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _writes.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }
            Commit(batch);
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            using var transaction = _writer!.BeginTransaction();
            foreach (var write in batch)
            {
                write.Apply(_writer);
            }
            transaction.Commit();
        }
        catch (Exception ex)
        {
            Exception error = ex is SqliteException failure ? StorageException.From(failure, _file) : ex;
            Problem = error.Message;
            Log.NotWritten(logger, batch.Count, error.Message);
            batch.ForEach(write => write.Failed(error));
            return;
        }
        Problem = null;
        batch.ForEach(write => write.Done());
    }

    // SQLite's own locks are for single statements; this one keeps a second process from answering the same questions.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{_file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException ex) when (ex is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (clock.GetElapsedTime(since) >= LockPatience)
                {
                    throw StorageException.From(new SqliteException(ex.Message, 5), _file);
                }
                await Task.Delay(LockPause, clock, cancellationToken);
            }
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        connection.Open();
        return connection;
    }

    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = _file, Mode = mode, DefaultTimeout = 5 }.ToString();

    private sealed record Write(Action<SqliteConnection> Apply, Action Done, Action<Exception> Failed);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Changes} changes to conversations were not stored: {Reason}")]
        public static partial void NotWritten(ILogger logger, int changes, string reason);
    }
}
