using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

/// <summary>Passages in both languages from a small vocabulary, with names, numbers, titles and sentences, from a seed.</summary>
internal static class RandomPassages
{
    public static readonly string[] Words = ["kiwi", "plum", "figs", "running", "Maria", "Polonia", "SB 1047", "42", "20%", "Bern", "ice", "合同", "违约", "金额", "的", "甲方", "苹果", "书"];

    public static Passage[] Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => TestDocument.Record($"{seed}-{i}", Text(random, random.Next(4)), Text(random, 1 + random.Next(random.Next(8) == 0 ? 200 : 12))))];
    }

    // The first words are the commonest.
    private static string Text(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(_ => $"{Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 1.7))]}{(random.Next(6) == 0 ? "。" : " ")}"));
}
