using System.Text.Json;
using Bot.Discord.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Keeps a shard's session on disk: written beside and renamed, so that a crash leaves the old one or the new one. Trouble with the
/// disk is logged and never stops the bot: the worst is a new session after the next restart.
/// </summary>
internal sealed partial class SessionStore(DiscordClientOptions options, int shardId, int shardCount, ILogger<SessionStore> logger)
{
    private readonly string? _path = options.StateFolder is { } folder ? Path.Combine(folder, $"discord-shard-{shardId}-of-{shardCount}.json") : null;
    private (string SessionId, long Sequence) _saved = ("", -1);

    /// <summary>The last session that fits the options; null for none.</summary>
    public async Task<SessionProgress?> LoadAsync(CancellationToken cancellationToken)
    {
        if (_path is null || !File.Exists(_path))
        {
            return null;
        }
        try
        {
            var saved = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(_path, cancellationToken), DiscordJson.Default.SavedSession);
            return saved is not null && saved.Fits(options) ? new(saved.SessionId!, saved.ResumeGatewayUrl, saved.Sequence) : null;
        }
        catch (Exception ex) when (ex is JsonException or IOException or UnauthorizedAccessException)
        {
            Log.NotRead(logger, shardId, ex.Message);
            return null;
        }
    }

    /// <summary>Writes how far the session was processed, if that changed.</summary>
    public async Task SaveAsync(SessionProgress session, CancellationToken cancellationToken)
    {
        var now = (session.SessionId, session.Processed);
        if (_path is null || now == _saved)
        {
            return;
        }
        var saved = new SavedSession
        {
            SessionId = session.SessionId,
            ResumeGatewayUrl = session.ResumeGatewayUrl,
            Sequence = now.Processed,
            Intents = options.Intents,
            ApiBaseAddress = options.ApiBaseAddress,
        };
        try
        {
            await ReplaceAsync(_path, JsonSerializer.SerializeToUtf8Bytes(saved, DiscordJson.Default.SavedSession), cancellationToken);
            _saved = now;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, shardId, ex.Message);
        }
    }

    /// <summary>Forgets the session: it was ended for good.</summary>
    public void Clear()
    {
        try
        {
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            Log.NotWritten(logger, shardId, ex.Message);
        }
    }

    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            // Whoever has the session and the token can take the events over.
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        await using (var stream = new FileStream(beside, file))
        {
            await stream.WriteAsync(content, cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The saved session of shard {Shard} can't be read, so events since the last run may be missed: {Reason}")]
        public static partial void NotRead(ILogger logger, int shard, string reason);

        [LoggerMessage(LogLevel.Warning, "The session of shard {Shard} can't be saved, so events may be missed after a restart; check the state folder: {Reason}")]
        public static partial void NotWritten(ILogger logger, int shard, string reason);
    }
}
