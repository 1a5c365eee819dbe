using Bot.Host.Conversations;
using FsCheck.Fluent;

namespace Bot.Host.Tests.Conversations;

public sealed class TextCutterTests
{
    private const int Limit = 40;

    private static readonly string[] Parts =
        ["One word after another. ", "第一句话。", "Is it so? [1] ", "[12]", "\n\n", "\n", "```\ncode {}\n```", "🙂", "é", "longwordwithoutanyspace", " ", "1.5", "“说。”"];

    [Fact]
    public void Pieces_fit_and_lose_nothing_but_white_space() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Texts(), text =>
    {
        var pieces = TextCutter.Cut(text, piece => piece.Length <= Limit);
        return pieces.TrueForAll(piece => piece.Length is > 0 and <= Limit) && Bare(string.Concat(pieces)) == Bare(text);
    }));

    [Fact]
    public void No_cut_is_inside_a_mark_a_character_or_a_word_that_could_be_kept() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Texts(), text =>
    {
        var pieces = TextCutter.Cut(text, piece => piece.Length <= Limit);
        return pieces.TrueForAll(piece => !char.IsLowSurrogate(piece[0]) && !char.IsHighSurrogate(piece[^1]))
            && pieces.Zip(pieces.Skip(1)).All(pair => !IsMarkCut(pair.First, pair.Second));
    }));

    [Fact]
    public void Paragraphs_go_before_sentences_and_sentences_before_words()
    {
        Assert.Equal(["A first one here. And more.", "The second one is this."], Cut("A first one here. And more.\n\nThe second one is this.", 40));
        Assert.Equal(["One sentence stands here.", "Another one stands here."], Cut("One sentence stands here. Another one stands here.", 40));
        Assert.Equal(["no sentence ends in all of", "this so words decide it"], Cut("no sentence ends in all of this so words decide it", 30));
        Assert.Equal(["第一句话说到这里为止。", "第二句话说到这里为止。"], Cut("第一句话说到这里为止。第二句话说到这里为止。", 15));
    }

    [Fact]
    public void A_mark_stays_with_its_sentence() =>
        Assert.Equal(["Kept for seven years. [1]", "Then destroyed. [2]"], Cut("Kept for seven years. [1] Then destroyed. [2]", 30));

    [Fact]
    public void A_code_block_that_fits_stays_whole()
    {
        const string Block = "```\nfirst line\nsecond line\n```";

        Assert.Equal(["Some words before the block.", Block], Cut($"Some words before the block.\n{Block}", 45));
    }

    private static List<string> Cut(string text, int limit) => TextCutter.Cut(text, piece => piece.Length <= limit);

    private static FsCheck.Arbitrary<string> Texts() =>
        Gen.Elements(Parts).ArrayOf().Select(parts => string.Concat(parts)).ToArbitrary();

    private static bool IsMarkCut(string first, string second)
    {
        var open = first.LastIndexOf('[');
        var close = second.IndexOf(']', StringComparison.Ordinal);
        return open >= 0 && close >= 0 && first[(open + 1)..].All(char.IsAsciiDigit) && second[..close].All(char.IsAsciiDigit);
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
