using System.Text.Json;

namespace Bot.Host.Conversations.Storage;

internal sealed class SqliteAnswerArchive(ConversationDatabase database) : IAnswerArchive
{
    public Task SaveAsync(ArchivedAnswer answer, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(answer.Citations, StoredJson.Default.ImmutableArrayArchivedCitation);
        return database.WriteAsync(
            connection => connection.Run("INSERT OR REPLACE INTO answers (id, made, citations) VALUES (?1, ?2, ?3)", answer.Id.Value, database.Now(), json),
            cancellationToken);
    }

    public Task<ArchivedAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken)
    {
        var found = database.Read(connection => connection.Query("SELECT citations FROM answers WHERE id = ?1", row => row.GetString(0), id.Value));
        return Task.FromResult(found is [var json]
            ? new ArchivedAnswer(id, JsonSerializer.Deserialize(json, StoredJson.Default.ImmutableArrayArchivedCitation))
            : null);
    }

    public Task RateAsync(AnswerId id, string author, bool helpful, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            "INSERT OR REPLACE INTO opinions (answer, author, helpful, given) VALUES (?1, ?2, ?3, ?4)", id.Value, author, helpful, database.Now()),
        cancellationToken);
}
