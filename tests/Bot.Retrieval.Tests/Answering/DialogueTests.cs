using System.Text.Json;
using Bot.Retrieval.Answering;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Text;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Answering;

/// <summary>Two-turn dialogues: the second question finds what its standalone form finds, without a model.</summary>
public sealed class DialogueTests(LoadedSeeds seeds, ITestOutputHelper output) : IClassFixture<LoadedSeeds>
{
    private const int PairsOfASet = 60;

    [Fact]
    public async Task Follow_ups_over_the_seeds_are_found_as_well_as_their_standalone_forms()
    {
        var (standalone, followed) = (0, 0);
        foreach (var line in ReadDialogues())
        {
            var (first, then, alone, words) = (line[0], line[1], line[2], line[3]);
            if (!Quotes(await seeds.Retrieval.AskAsync(alone), words))
            {
                output.WriteLine($"standalone not found: {alone}");
                continue;
            }
            standalone++;
            var isFound = Quotes(await seeds.Retrieval.AskAsync(then, first), words);
            followed += isFound ? 1 : 0;
            if (!isFound)
            {
                output.WriteLine($"not found: {first} / {then}");
            }
        }
        output.WriteLine($"seeds: {standalone} made, {followed} followed");
        Assert.InRange(standalone, 24, int.MaxValue);
        Assert.InRange(followed / (double)standalone, 0.9, 1);
    }

    [Theory]
    [InlineData("xquad-zh")]
    [InlineData("xquad-en")]
    [InlineData("cmrc")]
    public async Task Follow_ups_over_the_open_sets_are_found_as_well_as_their_standalone_forms(string set)
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("The open sets aren't there; nothing was measured.");
            return;
        }
        using var retrieval = new TestRetrieval();
        await retrieval.LoadAsync(Path.Combine(folder, set, "passages.jsonl"));
        var (pairs, standalone, followed, alone) = (0, 0, 0, 0);
        foreach (var (first, second, then, gold) in Pairs(Path.Combine(folder, set, "questions.jsonl")).Take(PairsOfASet))
        {
            pairs++;
            standalone += await IsFirstAsync(retrieval, new Question(second), gold) ? 1 : 0;
            alone += await IsFirstAsync(retrieval, new Question(then), gold) ? 1 : 0;
            var isFound = await IsFirstAsync(retrieval, new Question(then) { Earlier = [first] }, gold);
            followed += isFound ? 1 : 0;
            if (!isFound)
            {
                output.WriteLine($"not found: {first} / {then}");
            }
        }
        output.WriteLine($"{set}: {pairs} made, {standalone} found standalone, {followed} followed, {alone} without the turn before");
        Assert.InRange(pairs, 20, int.MaxValue);
        Assert.InRange(followed / (double)standalone, 0.9, double.MaxValue);
    }

    private static async Task<bool> IsFirstAsync(TestRetrieval retrieval, Question question, string gold)
    {
        var found = await retrieval.RetrieveAsync(question);
        return found.Passages is [var best, ..] && best.Passage.Document.RecordId == gold;
    }

    private static bool Quotes(Answer answer, string words) => answer is Answer.Grounded grounded
        && grounded.Citations.Any(citation => TextFolder.FoldToString(citation.Quote).Contains(TextFolder.FoldToString(words), StringComparison.Ordinal));

    private static IEnumerable<string[]> ReadDialogues()
    {
        using var reader = new StreamReader(typeof(DialogueTests).Assembly.GetManifestResourceStream("dialogues.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is { Length: 4 } parts ? parts : throw new InvalidDataException(line);
        }
    }

    // Two questions about one passage, and the second with what it shares with the first only pointed at.
    private static IEnumerable<(string First, string Second, string Then, string Gold)> Pairs(string file)
    {
        var questions = File.ReadLines(file)
            .Select(line => JsonElement.Parse(line))
            .Where(question => question.GetProperty("gold").GetArrayLength() == 1)
            .Select(question => (Text: question.GetProperty("question").GetString()!, Gold: question.GetProperty("gold")[0].GetString()!))
            .GroupBy(question => question.Gold);
        foreach (var group in questions)
        {
            foreach (var (first, second) in group.Zip(group.Skip(1)).Take(1))
            {
                if (Pointed(first.Text, second.Text) is { } then)
                {
                    yield return (first.Text, second.Text, then, group.Key);
                }
            }
        }
    }

    private static string? Pointed(string first, string second)
    {
        var isChinese = second.Any(Characters.IsHan);
        var shared = isChinese ? SharedCharacters(first, second) : SharedWords(first, second);
        return shared is null ? null : second.Replace(shared, isChinese ? "它" : "it", StringComparison.Ordinal);
    }

    private static string? SharedCharacters(string first, string second)
    {
        for (var length = Math.Min(12, second.Length); length >= 2; length--)
        {
            for (var start = 0; start + length <= second.Length; start++)
            {
                var piece = second.Substring(start, length);
                if (piece.All(character => char.IsLetterOrDigit(character) && !"是的了在什么哪多少谁几为何怎".Contains(character)) && first.Contains(piece, StringComparison.Ordinal))
                {
                    return piece;
                }
            }
        }
        return null;
    }

    private static string? SharedWords(string first, string second)
    {
        var words = second.TrimEnd('?').Split(' ');
        for (var length = Math.Min(5, words.Length); length >= 1; length--)
        {
            for (var start = 1; start + length <= words.Length; start++)
            {
                var piece = string.Join(' ', words.Skip(start).Take(length));
                if (words.Skip(start).Take(length).All(word => word.Length > 3 && word is not ("what" or "which" or "were" or "does" or "that" or "many" or "much" or "with" or "from" or "have" or "when" or "where")) && first.Contains(piece, StringComparison.Ordinal))
                {
                    return piece;
                }
            }
        }
        return null;
    }
}
