using Microsoft.Data.Sqlite;

namespace Bot.Host.Conversations.Storage;

/// <summary>The tables.</summary>
internal static class ConversationSchema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE inbox (
            platform TEXT NOT NULL, event TEXT NOT NULL, received INTEGER NOT NULL,
            message TEXT, tries INTEGER NOT NULL DEFAULT 0, finished INTEGER,
            PRIMARY KEY (platform, event)) WITHOUT ROWID;
        CREATE INDEX inbox_waiting ON inbox (received) WHERE finished IS NULL;
        CREATE INDEX inbox_finished ON inbox (finished) WHERE finished IS NOT NULL;
        CREATE TABLE questions (platform TEXT NOT NULL, place TEXT NOT NULL, asked INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX questions_place ON questions (platform, place, asked);
        CREATE INDEX questions_asked ON questions (asked);
        CREATE TABLE joined (
            platform TEXT NOT NULL, place TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (platform, place)) WITHOUT ROWID;
        CREATE TABLE answers (id TEXT PRIMARY KEY, made INTEGER NOT NULL, citations TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX answers_made ON answers (made);
        CREATE TABLE opinions (
            answer TEXT NOT NULL, author TEXT NOT NULL, helpful INTEGER NOT NULL, given INTEGER NOT NULL,
            PRIMARY KEY (answer, author)) WITHOUT ROWID;
        CREATE TABLE secret (value BLOB NOT NULL);
        INSERT INTO secret VALUES (randomblob(32));
        """;

    /// <summary>Makes the tables in a new file and refuses one of a later version.</summary>
    /// <returns>The secret that answers' ids are derived with.</returns>
    public static byte[] Prepare(SqliteConnection connection, string file)
    {
        // The write-ahead log lets others read while one writes, and a commit survives the process without waiting for the
        // disk; only a power cut can take the last moments, never the consistency (https://sqlite.org/wal.html).
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 16777216;");
        switch (Scalar<long>(connection, "PRAGMA user_version"))
        {
            case 0:
                using (var transaction = connection.BeginTransaction())
                {
                    Execute(connection, Tables);
                    Execute(connection, $"PRAGMA user_version = {Version}");
                    transaction.Commit();
                }
                break;
            case > Version:
                throw new StorageException($"{file} was made by a later version of the bot: use that version, or move the file away.");
        }
        // Reads every page's structure once; a damaged file is found now and not in the middle of a conversation.
        if (Scalar<string>(connection, "PRAGMA quick_check(1)") != "ok")
        {
            throw StorageException.From(new SqliteException("damaged", 11), file);
        }
        return Scalar<byte[]>(connection, "SELECT value FROM secret");
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static T Scalar<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }
}
