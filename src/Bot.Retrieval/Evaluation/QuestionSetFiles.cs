using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Retrieval.Evaluation;

/// <summary>Reads the files that question sets are kept in.</summary>
internal static class QuestionSetFiles
{
    public static IReadOnlyList<QuestionSet> ReadSets(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var sets = new List<QuestionSet>();
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var set in json.RootElement.EnumerateArray())
            {
                sets.Add(ReadSet(set, folder));
            }
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"{file} isn't a list of question sets ({ex.Message}). Each has a name, a kind, questions, and passages or documents.", ex);
        }
        return sets;
    }

    /// <exception cref="InvalidDataException">A line isn't a question; the message says which.</exception>
    public static IReadOnlyList<EvaluationQuestion> ReadQuestions(string file)
    {
        var questions = new List<EvaluationQuestion>();
        var line = 0;
        foreach (var text in File.ReadLines(file))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            try
            {
                using var json = JsonDocument.Parse(text);
                questions.Add(ReadQuestion(json.RootElement));
            }
            catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new InvalidDataException(
                    $"{file}, line {line}: this isn't a question ({ex.Message}). Each line has id, question, and gold or documents.", ex);
            }
        }
        return questions;
    }

    private static QuestionSet ReadSet(JsonElement set, string folder)
    {
        var sources = set.TryGetProperty("documents", out var documents)
            ? [Path.GetFullPath(documents.GetString()!, folder)]
            : set.GetProperty("passages").EnumerateArray().Select(passages => Path.GetFullPath(passages.GetString()!, folder)).ToImmutableArray();
        return new(
            set.GetProperty("name").GetString()!,
            set.TryGetProperty("kind", out var kind) ? kind.GetString()! : "",
            sources,
            Path.GetFullPath(set.GetProperty("questions").GetString()!, folder));
    }

    private static EvaluationQuestion ReadQuestion(JsonElement question)
    {
        var gold = Strings(question, "gold");
        var documents = Strings(question, "documents");
        if (gold is null && documents is null)
        {
            throw new KeyNotFoundException("neither gold nor documents is there");
        }
        return new(question.GetProperty("id").GetString()!, question.GetProperty("question").GetString()!, gold, documents, Strings(question, "answers") ?? []);
    }

    private static ImmutableArray<string>? Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : null;
}
