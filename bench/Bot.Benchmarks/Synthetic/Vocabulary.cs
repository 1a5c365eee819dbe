using Bot.Retrieval.Lexicon;

namespace Bot.Benchmarks.Synthetic;

/// <summary>Words of one language, a few often and most of them seldom, as texts have them (Zipf's law).</summary>
internal sealed class Vocabulary
{
    private const ulong OrderSeed = 21;
    private const double Flattening = 2.7;

    private const string English = "the of and to a in is that for it as was with be by on are this from or an which at have not but they has his you were all their will there been can more if no when would about its other into such than some time may any only must shall";
    private const string Chinese = "的 了 是 在 和 有 不 为 与 对 中 上 以 人 他 这 我 也 或者 并 将 其 可以 应当 及 等 由 从 到 但 而 后 个 第 年 就 被 进行 根据 规定";

    private readonly string[] _words;
    private readonly double[] _cumulated;

    private Vocabulary(string common, IEnumerable<string> words)
    {
        var frequent = common.Split(' ');
        _words = [.. frequent, .. words.Except(frequent).OrderBy(word => new SeededRandom(OrderSeed + Hash(word)).Next())];
        _cumulated = new double[_words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < _words.Length; rank++)
        {
            _cumulated[rank] = sum += 1 / (rank + Flattening);
        }
        FrequentCount = frequent.Length;
    }

    /// <summary>How many carry grammar only; they come first.</summary>
    public int FrequentCount { get; }

    public static Vocabulary OfEnglish(BilingualLexicon lexicon)
    {
        const int Shortest = 3;
        return new(English, Strings(lexicon.Data.Words).Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetterLower)));
    }

    public static Vocabulary OfChinese(BilingualLexicon lexicon)
    {
        const int Longest = 4;
        return new(Chinese, Strings(lexicon.Data.Headwords).Where(word => word.Length <= Longest));
    }

    public string Draw(ref SeededRandom random) => _words[Rank(random.Share() * _cumulated[^1])];

    /// <summary>A word that means something.</summary>
    public string DrawContent(ref SeededRandom random)
    {
        var skipped = _cumulated[FrequentCount - 1];
        return _words[Rank(skipped + (random.Share() * (_cumulated[^1] - skipped)))];
    }

    private int Rank(double sum)
    {
        var found = Array.BinarySearch(_cumulated, sum);
        return Math.Min(_words.Length - 1, found >= 0 ? found + 1 : ~found);
    }

    // Not string.GetHashCode, which differs between runs.
    private static ulong Hash(string word) => word.Aggregate(0UL, (hash, unit) => (hash * 1_000_003) + unit);

    private static IEnumerable<string> Strings(StringTable table)
    {
        for (var i = 0; i < table.Count; i++)
        {
            yield return table[i].ToString();
        }
    }
}
