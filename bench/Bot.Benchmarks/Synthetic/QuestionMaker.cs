using System.Collections.Immutable;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Benchmarks.Synthetic;

/// <summary>Asks with words of one sentence of a passage, between words that every question has.</summary>
internal static class QuestionMaker
{
    private const ulong Seed = 41;

    public static string Make(int number, ImmutableArray<Passage> passages)
    {
        var random = SeededRandom.For(Seed, number);
        var passage = passages[random.Below(passages.Length)];
        var sentence = passage.Sentences[random.Below(passage.Sentences.Length)].In(passage.Document.Text).ToString();
        return sentence.Any(Characters.IsHan) ? Chinese(ref random, sentence) : English(ref random, sentence);
    }

    private static string English(ref SeededRandom random, string sentence)
    {
        const int Shortest = 4;
        var words = sentence.Split(' ').Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetter)).DefaultIfEmpty("law").ToList();
        return random.Below(3) switch
        {
            0 => $"What is the {Pick(ref random, words)} of the {Pick(ref random, words)}, and how does it {Pick(ref random, words)}?",
            1 => $"Who must {Pick(ref random, words)} {Pick(ref random, words)} {Pick(ref random, words)} in a {Pick(ref random, words)}?",
            _ => $"How long may {Pick(ref random, words)} {Pick(ref random, words)} be?",
        };
    }

    private static string Chinese(ref SeededRandom random, string sentence)
    {
        var pieces = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var start = random.Below(Math.Max(1, sentence.Length - 5));
            pieces.Add(sentence.Substring(start, Math.Min(2 + random.Below(3), sentence.Length - start)).Trim('，', '。'));
        }
        return random.Below(3) switch
        {
            0 => $"{pieces[0]}的{pieces[1]}是什么？",
            1 => $"{pieces[0]}应当如何{pieces[1]}{pieces[2]}？",
            _ => $"谁可以{pieces[0]}{pieces[1]}，{pieces[2]}{pieces[3]}？",
        };
    }

    private static string Pick(ref SeededRandom random, List<string> words) => words[random.Below(words.Count)].ToLowerInvariant();
}
