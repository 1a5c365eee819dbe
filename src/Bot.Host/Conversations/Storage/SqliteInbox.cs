using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Host.Conversations.Storage;

internal sealed class SqliteInbox(ConversationDatabase database) : IInbox
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
                row => new UnfinishedMessage(JsonSerializer.Deserialize(row.GetString(0), StoredJson.Default.IncomingMessage)!, row.GetInt32(1) + 1));
            connection.Run("UPDATE inbox SET tries = tries + 1 WHERE finished IS NULL");
            return unfinished.ToImmutableArray();
        },
        cancellationToken);
}
