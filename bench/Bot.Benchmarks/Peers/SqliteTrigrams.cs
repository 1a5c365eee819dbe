using Bot.Retrieval.Analysis;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Peers;

/// <summary>SQLite's FTS5 with trigrams, its tokenizer that suits Chinese, in memory and ranked by its own BM25.</summary>
internal sealed class SqliteTrigrams : IDisposable
{
    private const int Trigram = 3;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _search;

    public SqliteTrigrams(IEnumerable<Passage> passages)
    {
        _connection.Open();
        Run("CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize='trigram')");
        Fill(passages);
        Run("INSERT INTO passages(passages) VALUES('optimize')");
        _search = _connection.CreateCommand();
        _search.CommandText = "SELECT rowid FROM passages WHERE passages MATCH $words ORDER BY rank LIMIT 10";
        _search.Parameters.Add("$words", SqliteType.Text);
        _search.Prepare();
    }

    /// <summary>How FTS5 is asked for any of a question's words: those of three letters on, and three Han characters in a row.</summary>
    public static string QueryOf(string question)
    {
        var words = EnglishIn(question).Concat(ChineseIn(question)).Distinct(StringComparer.Ordinal).Select(word => $"\"{word}\"");
        return string.Join(" OR ", words.DefaultIfEmpty("\"---\""));
    }

    /// <summary>How many passages were found, at most ten.</summary>
    public int Search(string query)
    {
        _search.Parameters["$words"].Value = query;
        using var reader = _search.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }
        return found;
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private static IEnumerable<string> EnglishIn(string question) =>
        question.Split([' ', '?', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= Trigram && word.All(char.IsAsciiLetter) && !EnglishStopWords.Contains(EnglishStemmer.Stem(word.ToLowerInvariant())));

    private static IEnumerable<string> ChineseIn(string question)
    {
        for (var start = 0; start + Trigram <= question.Length; start++)
        {
            var part = question.Substring(start, Trigram);
            if (part.All(Characters.IsHan))
            {
                yield return part;
            }
        }
    }

    private void Fill(IEnumerable<Passage> passages)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO passages(title, text) VALUES($title, $text)";
        var title = insert.Parameters.Add("$title", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var passage in passages)
        {
            title.Value = passage.Document.Title;
            text.Value = passage.Text;
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private void Run(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
