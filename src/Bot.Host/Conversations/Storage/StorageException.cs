using Microsoft.Data.Sqlite;

namespace Bot.Host.Conversations.Storage;

/// <summary>Conversations can't be stored. The message says what to do and may be shown to the operator.</summary>
internal sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static StorageException From(SqliteException exception, string file) => new(Sentence(exception.SqliteErrorCode, file), exception);

    // https://sqlite.org/rescode.html
    private static string Sentence(int code, string file) => code switch
    {
        13 => $"The disk that holds {file} is full: make room on it.",
        8 or 14 or 3 or 23 => $"{file} can't be written: let the bot's user write the file and its folder.",
        11 or 26 => $"{file} is damaged: move it away and start again. Questions that were waiting in it are lost.",
        5 or 6 => $"{file} is locked by another program: end that one, or set another Bot:Index:DataDirectory.",
        _ => $"Reading or writing {file} failed (SQLite code {code}).",
    };
}
