using System.Text.Json;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>The open question sets, which lie beside the repository where they are at all.</summary>
internal static class SharedSets
{
    /// <summary>The folder <c>shared/eval</c> above the tests, or below <c>BOT_SHARED_DIR</c>; null where there is none.</summary>
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("BOT_SHARED_DIR") is { Length: > 0 } shared && Directory.Exists(Path.Combine(shared, "eval")))
        {
            return Path.Combine(shared, "eval");
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var eval = Path.Combine(folder.FullName, "shared", "eval");
            if (Directory.Exists(eval))
            {
                return eval;
            }
        }
        return null;
    }

    public static List<Passage> Passages(string folder, string set)
    {
        var passages = new List<Passage>();
        foreach (var line in File.ReadLines(Path.Combine(folder, set, "passages.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var record = json.RootElement;
            passages.Add(TestDocument.Record(record.GetProperty("id").GetString()!, record.GetProperty("title").GetString()!, record.GetProperty("text").GetString()!));
        }
        return passages;
    }
}
