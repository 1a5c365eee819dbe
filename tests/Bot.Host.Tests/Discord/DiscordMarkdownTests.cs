using System.Text;
using System.Text.RegularExpressions;
using Bot.Host.Adapters.Discord;
using FsCheck.Fluent;

namespace Bot.Host.Tests.Discord;

public sealed partial class DiscordMarkdownTests
{
    private static readonly string[] Parts =
    [
        "@everyone", "@here", "<@1>", "<@!1>", "<@&2>", "<#3>", "<:x:4>", "<t:5:R>", "</ask:6>", "[a](https://b.c)", "https://b.c", "http://b.c", "discord://x",
        "**", "__", "~~", "`", "```", "||", "# ", "-# ", "> ", ">>> ", "- ", "* ", "1. ", "23) ", "\\", "\n", " ", "word", "字", "🙂", "\u202E", "\0", "@", "<", "a@b.c",
    ];

    [Fact]
    public void Nothing_that_Discord_acts_on_survives() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Texts(), text =>
        !Live().IsMatch(Unescaped(DiscordMarkdown.Escape(text)))));

    [Fact]
    public void What_Discord_shows_is_what_stood_there() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Texts(), text =>
        Shown(DiscordMarkdown.Escape(text)) == Bot.Host.CommandLine.SafeText.ForTerminal(text)));

    [Theory]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("<@123>", "\\<@\u200B123>")]
    [InlineData("see [here](https://a.b)", @"see \[here\](https\://a.b)")]
    [InlineData("# Title", @"\# Title")]
    [InlineData("No. 3 of 4.", "No. 3 of 4.")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("22603(a)(3) and (4)", "22603(a)(3) and (4)")]
    [InlineData("well-known", "well-known")]
    [InlineData("第54条", "第54条")]
    public void Plain_words_stay_as_they_are(string text, string expected) => Assert.Equal(expected, DiscordMarkdown.Escape(text));

    private static FsCheck.Arbitrary<string> Texts() => Gen.Elements(Parts).ArrayOf().Select(parts => string.Concat(parts)).ToArbitrary();

    // Discord's first rule: a backslash and a character that is neither letter, digit nor space are that character, which means nothing.
    private static string Unescaped(string markdown) => Escape().Replace(markdown, "·");

    private static string Shown(string markdown) => new StringBuilder(Escape().Replace(markdown, "$1")).Replace("\u200B", "").ToString();

    [GeneratedRegex(@"\\([^0-9A-Za-z\s])")]
    private static partial Regex Escape();

    // Mentions, emoji, timestamps and commands; links; emphasis, code, spoilers; headings, quotes and lists at the start of a line.
    [GeneratedRegex(@"@(everyone|here)|<|[a-z]+://|[*_~`|]|\[[^\]]*\]\(|^\s*(#{1,3}|-#|>|>>>|[-+]|\d+[.)])\s", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Live();
}
