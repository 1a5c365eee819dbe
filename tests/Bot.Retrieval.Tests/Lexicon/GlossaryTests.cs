using System.Collections.Immutable;
using System.Globalization;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class GlossaryTests
{
    [Fact]
    public void Terms_of_a_group_lead_to_each_other_in_any_writing()
    {
        var glossary = Read("- [Andrew Ng, 吴恩达, 吳恩達]").Glossary;
        Assert.Equal(["吴恩达"], glossary.OthersOf("ANDREW  ng"));
        Assert.Equal(["andrew ng"], glossary.OthersOf("吳恩達"));
        Assert.Empty(glossary.OthersOf("Yann LeCun"));
    }

    [Fact]
    public void The_longest_term_is_found_in_a_text()
    {
        var glossary = Read("- [open source, 开源]\n- [open source model, 开源模型]").Glossary;
        var english = TextFolder.FoldToString("Are Open Source Models free?");
        var match = Assert.Single(glossary.FindAll(english));
        Assert.Equal("open source models", match.Span.In(english).ToString());
        Assert.Equal("开源模型", Assert.Single(glossary.FindAll("大开源模型好")).Term);
    }

    [Fact]
    public void A_Latin_term_matches_whole_words_only()
    {
        var glossary = Read("- [Meta, 脸书]\n- [AI, 人工智能]").Glossary;
        Assert.Empty(glossary.FindAll("metal said metadata"));
        Assert.Equal(["ai"], glossary.FindAll("用ai大模型").Select(match => match.Term));
        Assert.Equal(["meta"], glossary.FindAll("meta's").Select(match => match.Term));
    }

    [Fact]
    public void A_bad_entry_is_reported_with_its_line_and_the_rest_is_used()
    {
        var reading = Read("""
            # a comment
            - [Andrew Ng, 吴恩达]
            - just a word
            - []
            - [alone]
            - {a: b}
            - [one, [nested], 一号]
            - [same, same]
            - [Turing Award, 图灵奖]
            """);
        Assert.Equal([3, 4, 5, 6, 7, 8, 8], reading.Problems.Select(problem => problem.Line));
        Assert.Equal([["Andrew Ng", "吴恩达"], ["one", "一号"], ["Turing Award", "图灵奖"]], reading.Glossary.Groups.Select(group => group.Terms.ToArray()));
    }

    [Fact]
    public void A_term_that_is_too_long_is_left_out()
    {
        var reading = Read($"- [short, 短, {new string('x', GlossaryReader.LongestTerm + 1)}]");
        Assert.Equal(2, Assert.Single(reading.Glossary.Groups).Terms.Length);
        Assert.Equal(1, Assert.Single(reading.Problems).Line);
    }

    [Theory]
    [InlineData("- [broken, 坏\n")]
    [InlineData("- [broken, \"坏]\n")]
    [InlineData("- [broken, 坏]]\n")]
    [InlineData("- \tbroken: [\n")]
    public void Wrong_YAML_is_reported_with_its_line_and_the_rest_is_used(string broken)
    {
        var reading = Read($"# comment\n- [Andrew Ng, 吴恩达]\n{broken}- [Turing Award, 图灵奖]\n");
        Assert.Equal([["Andrew Ng", "吴恩达"], ["Turing Award", "图灵奖"]], reading.Glossary.Groups.Select(group => group.Terms.ToArray()));
        Assert.All(reading.Problems, problem => Assert.InRange(problem.Line, 3, 4));
        Assert.NotEmpty(reading.Problems);
    }

    [Theory]
    [InlineData("a: b")]
    [InlineData("just text")]
    [InlineData("{")]
    [InlineData("- &a [*a, b]")]
    [InlineData("- [a, \"b]")]
    [InlineData("%YAML 9.9\n---\n- [a, b")]
    [InlineData("\u0001")]
    public void What_is_no_glossary_is_reported(string text)
    {
        Assert.NotEmpty(Read(text).Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("[]")]
    public void A_glossary_without_entries_is_no_mistake(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Glossary.Groups);
    }

    [Fact]
    public void Groups_that_share_a_term_are_joined_and_reported()
    {
        var reading = Read("- [a, b]\n- [c, d]\n- [b, c]\n- [d, a]\n- [x, y]");
        Assert.Equal([3, 4], reading.Problems.Select(problem => problem.Line));
        Assert.Equal(2, reading.Glossary.Groups.Length);
        Assert.Equal(["b", "c", "d"], reading.Glossary.OthersOf("a").Order());
        Assert.Equal(["a", "b", "c"], reading.Glossary.OthersOf("d").Order());
    }

    [Fact]
    public void Ten_thousand_entries_are_read_and_searched()
    {
        var lines = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"- [term number {i}, 术语{i}号]"));
        var reading = Read(string.Join('\n', lines));
        Assert.Empty(reading.Problems);
        Assert.Equal(10_000, reading.Glossary.Groups.Length);
        Assert.Equal(["术语9999号"], reading.Glossary.OthersOf("term number 9999"));
        Assert.Equal("术语77号", Assert.Single(reading.Glossary.FindAll("什么是术语77号呢")).Term);
    }

    [Fact]
    public void A_chain_of_ten_thousand_entries_becomes_one_group()
    {
        var lines = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"- [t{i}, t{i + 1}]"));
        Assert.Equal(10_001, Assert.Single(Read(string.Join('\n', lines)).Glossary.Groups).Terms.Length);
    }

    [Fact]
    public void Deep_nesting_is_reported()
    {
        Assert.NotEmpty(Read("- [a, b]\n- " + new string('[', 5000)).Problems);
    }

    [Fact]
    public void The_shipped_glossary_has_no_problem()
    {
        using var reader = File.OpenText(Path.Combine(Repository.Root, "seeds", "glossary.yml"));
        var reading = GlossaryReader.Read(reader);
        Assert.Empty(reading.Problems);
        Assert.Contains("有限职责豁免", reading.Glossary.OthersOf("limited duty exemption"));
        Assert.Contains("李飞飞", reading.Glossary.OthersOf("Fei-Fei Li"));
    }

    [Fact]
    public void The_empty_glossary_finds_nothing()
    {
        Assert.Empty(Glossary.Empty.FindAll("开源 open source"));
        Assert.Empty(new Glossary([new GlossaryGroup(["", " "])]).FindAll("a"));
    }

    [Fact]
    public void Any_text_is_taken()
    {
        var texts = Gen.ListOf(Gen.Elements("- [a, b]\n:{}#\"'&*!|>%@`?\t \0\r\u0085".ToCharArray())).Select(characters => new string([.. characters])).ToArbitrary();
        Prop.ForAll(texts, text => { _ = Read(text); }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text => { _ = Read(text ?? ""); }).QuickCheckThrowOnFailure();
    }

    private static GlossaryReading Read(string text)
    {
        using var reader = new StringReader(text);
        return GlossaryReader.Read(reader);
    }
}
