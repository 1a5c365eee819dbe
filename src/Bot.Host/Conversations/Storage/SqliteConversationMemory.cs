using System.Collections.Immutable;

namespace Bot.Host.Conversations.Storage;

internal sealed class SqliteConversationMemory(ConversationDatabase database) : IConversationMemory
{
    public Task RememberAsync(ConversationKey conversation, string question, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            "INSERT INTO questions (platform, place, asked, text) VALUES (?1, ?2, ?3, ?4)",
            conversation.Platform, conversation.Place, database.Now(), question),
        cancellationToken);

    public Task<ImmutableArray<string>> RecallAsync(ConversationKey conversation, int limit, CancellationToken cancellationToken)
    {
        var latest = database.Read(connection => connection.Query(
            "SELECT text FROM questions WHERE platform = ?1 AND place = ?2 ORDER BY asked DESC, rowid DESC LIMIT ?3",
            row => row.GetString(0), conversation.Platform, conversation.Place, limit));
        latest.Reverse();
        return Task.FromResult(latest.ToImmutableArray());
    }

    public Task JoinAsync(ConversationKey conversation, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Run(
            "INSERT OR IGNORE INTO joined (platform, place, since) VALUES (?1, ?2, ?3)", conversation.Platform, conversation.Place, database.Now()),
        cancellationToken);

    public Task<bool> HasJoinedAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(
        database.Read(connection => connection.Query(
            "SELECT 1 FROM joined WHERE platform = ?1 AND place = ?2", _ => true, conversation.Platform, conversation.Place)).Count > 0);
}
