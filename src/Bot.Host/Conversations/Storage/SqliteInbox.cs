using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Conversations.Storage;

internal sealed partial class SqliteInbox(ConversationDatabase database, ILogger<SqliteInbox> logger) : IInbox
{
    public Task<bool> AddAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(message, StoredJson.Default.IncomingMessage);
        return database.WriteAsync(
            connection => connection.Run(
                "INSERT OR IGNORE INTO inbox (platform, event, received, message) VALUES (?1, ?2, ?3, ?4)",
                message.Event.Platform, message.Event.Id, database.Now(), json) == 1,
            cancellationToken);
    }

    public Task FinishAsync(EventKey key, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            "UPDATE inbox SET finished = ?3, message = NULL WHERE platform = ?1 AND event = ?2", key.Platform, key.Id, database.Now()),
        cancellationToken);

    public Task<ImmutableArray<UnfinishedMessage>> TakeUpAsync(CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var unfinished = connection.Query(
                "SELECT message, tries FROM inbox WHERE finished IS NULL ORDER BY received, event",
                row => Read(row.GetString(0)) is { } message ? new UnfinishedMessage(message, row.GetInt32(1) + 1) : null);
            connection.Run("UPDATE inbox SET tries = tries + 1 WHERE finished IS NULL");
            return unfinished.OfType<UnfinishedMessage>().ToImmutableArray();
        },
        cancellationToken);

    // Another version of the bot may have written it.
    private IncomingMessage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredJson.Default.IncomingMessage);
        }
        catch (JsonException ex)
        {
            Log.Unreadable(logger, ex.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A waiting message can't be read and gets no reply: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}
