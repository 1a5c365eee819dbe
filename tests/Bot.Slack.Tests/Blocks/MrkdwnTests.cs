using System.Text;
using System.Text.Json;
using Bot.Slack.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Slack.Tests.Blocks;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("<!channel> look", "&lt;!channel&gt; look")]
    [InlineData("<@U123> & <#C1>", "&lt;@U123&gt; &amp; &lt;#C1&gt;")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("<http://evil.test|safe.test>", "&lt;http://evil.test|safe.test&gt;")]
    public void What_would_be_live_is_escaped(string text, string escaped) => Assert.Equal(escaped, Mrkdwn.Escape(text));

    [Fact]
    public void Escaping_any_text_leaves_nothing_live_and_can_be_undone() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
    {
        var escaped = Mrkdwn.Escape(text.Get);
        return !escaped.Contains('<') && !escaped.Contains('>') && Mrkdwn.Unescape(escaped) == text.Get;
    }));

    [Fact]
    public void Literal_text_is_escaped_and_its_visible_characters_stay() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
    {
        var literal = Mrkdwn.Literal(text.Get);
        var plain = text.Get.Replace("\u2060", "", StringComparison.Ordinal);
        return !literal.Contains('<') && Mrkdwn.Unescape(literal.Replace("\u2060", "", StringComparison.Ordinal)) == plain;
    }));

    [Theory]
    [InlineData("*bold*", "\u2060*bold\u2060*")]
    [InlineData("a_b ~c~ `d`", "a\u2060_b \u2060~c\u2060~ \u2060`d\u2060`")]
    [InlineData("plain & simple", "plain &amp; simple")]
    public void Formatting_characters_are_shown_as_they_are(string text, string literal) => Assert.Equal(literal, Mrkdwn.Literal(text));

    [Theory]
    [InlineData("https://a.test/x?a=1&b=2", "one|two>three", "<https://a.test/x?a=1&amp;b=2|one¦two&gt;three>")]
    [InlineData("https://a.test/%7Cx", "label", "<https://a.test/%7Cx|label>")]
    [InlineData("https://a.test/a|b>c", "label", "<https://a.test/a%7Cb%3Ec|label>")]
    [InlineData("javascript:alert(1)", "label", "label")]
    [InlineData("file:///etc/passwd", "label", "label")]
    public void Links_are_only_what_they_say(string address, string label, string link) => Assert.Equal(link, Mrkdwn.Link(new Uri(address), label));

    [Theory]
    [InlineData("<@U0BOT> what is 22603(b)?", "what is 22603(b)?")]
    [InlineData("<@U0BOT|bot> hi", "hi")]
    [InlineData("ask <@U2|ann> in <#C1|law>", "ask @ann in #law")]
    [InlineData("ask <@U2> in <#C1>", "ask @U2 in #C1")]
    [InlineData("<!subteam^S1|@lawyers> and <!here>", "@lawyers and @here")]
    [InlineData("<!date^1392734382^{date}|Feb 18>", "Feb 18")]
    [InlineData("see <https://a.test/x|the page> or <mailto:a@b.test|a@b.test>", "see https://a.test/x or a@b.test")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("broken <@U1", "broken <@U1")]
    [InlineData("&amp;lt;", "&lt;")]
    public void Incoming_text_is_what_its_writer_saw(string wire, string text) => Assert.Equal(text, IncomingText.Plain(wire, "U0BOT"));

    [Fact]
    public void Any_text_can_come_in() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements('<', '>', '|', '@', '#', '!', '^', '&', 'a', ';', ' ', '\u738b').ArrayOf().ToArbitrary(),
        characters => IncomingText.Plain(new string(characters), "a") is not null));

    [Fact]
    public void What_people_type_comes_in_as_they_typed_it() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
        IncomingText.Plain(Mrkdwn.Escape(text.Get), "U0") == text.Get.Trim()));

    [Theory]
    [InlineData("<@U0> hi", true)]
    [InlineData("<@U0|bot> hi", true)]
    [InlineData("<@U01> hi", false)]
    [InlineData("U0", false)]
    public void Mentions_are_recognised(string text, bool mentioned) => Assert.Equal(mentioned, IncomingText.Mentions(text, "U0"));

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void A_cut_by_bytes_keeps_the_limit_and_whole_characters(int limit) => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("a", "王", "😀", "&amp;", "&lt;", "é").ListOf().ToArbitrary(),
        pieces =>
        {
            var text = string.Concat(pieces);
            var cut = TextCut.ToBytes(text, limit);
            return Encoding.UTF8.GetByteCount(cut) <= limit && IsWholePrefix(text, cut);
        }));

    [Fact]
    public void A_cut_by_characters_keeps_the_limit_and_whole_characters() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("a", "王", "😀", "&amp;", "&lt;").ListOf().ToArbitrary(),
        pieces =>
        {
            var text = string.Concat(pieces);
            var cut = TextCut.ToCharacters(text, 12);
            return cut.Length <= 12 && IsWholePrefix(text, cut);
        }));

    [Fact]
    public void Blocks_are_written_as_slack_reads_them()
    {
        Block[] blocks =
        [
            new SectionBlock(TextObject.Mrkdwn("*王*"), new ButtonElement("show", TextObject.Plain("Show"), "1")),
            new DividerBlock(),
            new InputBlock(TextObject.Plain("Clause"), new ExternalSelectElement("clause", MinQueryLength: 0), BlockId: "b"),
        ];

        var json = JsonSerializer.Serialize(View.Modal("Title", blocks, close: "Close"), SlackJson.Wire.View);

        Assert.Equal(
            """{"type":"modal","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*王*"},"accessory":{"type":"button","text":{"type":"plain_text","text":"Show","emoji":false},"value":"1","action_id":"show"}},{"type":"divider"},{"type":"input","label":{"type":"plain_text","text":"Clause","emoji":false},"element":{"type":"external_select","min_query_length":0,"action_id":"clause"},"block_id":"b"}],"title":{"type":"plain_text","text":"Title","emoji":false},"close":{"type":"plain_text","text":"Close","emoji":false}}""",
            json);
    }

    // No half surrogate pair, no half escape.
    private static bool IsWholePrefix(string text, string cut)
    {
        var kept = cut.EndsWith('…') ? cut[..^1] : cut;
        return text.StartsWith(kept, StringComparison.Ordinal)
            && (kept.Length == 0 || !char.IsHighSurrogate(kept[^1]))
            && kept.Split('&').Skip(1).All(rest => rest.StartsWith("amp;", StringComparison.Ordinal) || rest.StartsWith("lt;", StringComparison.Ordinal));
    }
}
