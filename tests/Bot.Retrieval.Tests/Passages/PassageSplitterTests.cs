using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Passages;

public sealed class PassageSplitterTests : PassageSplitterContract
{
    internal override IPassageSplitter CreateSplitter() => new PassageSplitter(_ => []);

    [Fact]
    public void A_passage_knows_the_headings_it_stands_under()
    {
        var passages = Split("# Law\n## Duties\n### Reports\nReport it.\n## Penalties\nPay it.\n# Annex\nForms.");

        Assert.Equal(["Law / Duties / Reports: Report it.", "Law / Penalties: Pay it.", "Annex: Forms."], passages.Select(Describe));
    }

    [Fact]
    public void The_documents_title_is_no_part_of_the_path()
    {
        var passage = Assert.Single(Split("# Title\n## Duties\nReport it."));

        Assert.Equal("Duties: Report it.", Describe(passage));
    }

    [Fact]
    public void Text_before_the_first_heading_has_no_path()
    {
        var passages = Split("Before.\n# Law\nAfter.");

        Assert.Equal([": Before.", "Law: After."], passages.Select(Describe));
    }

    [Fact]
    public void A_heading_with_nothing_under_it_is_a_passage_itself()
    {
        var passages = Split("# Law\n## Reserved\n## Duties\nReport it.\n## Repealed");

        Assert.Equal(["Law: Reserved", "Law / Duties: Report it.", "Law: Repealed"], passages.Select(Describe));
    }

    [Fact]
    public void Each_article_of_a_statute_is_its_own_passage()
    {
        var passages = Split("第一条 为了保护权益，制定本法。\n第二条 适用范围：\n（一）甲；\n（二）乙。\n\n前款所称乙，不含丙。\n第三条 附则。");

        Assert.Equal(
            ["第一条 为了保护权益，制定本法。", "第二条 适用范围：\n（一）甲；\n（二）乙。\n\n前款所称乙，不含丙。", "第三条 附则。"],
            passages.Select(passage => passage.Text));
    }

    [Theory]
    [InlineData("Sec. 22602. Definitions apply.", "Sec. 22603. Developers report.")]
    [InlineData("22602. Definitions apply.", "22603. Developers report.")]
    [InlineData("§ 1 Terms apply.", "§ 2 Developers report.")]
    [InlineData("Article 1 Terms apply.", "**Article 2** Developers report.")]
    [InlineData("1.1 Terms apply.", "1.2 Developers report.")]
    [InlineData("第22602(a)條 定義。", "第22603(b)條 報告。")]
    public void A_line_that_begins_a_clause_begins_a_passage(string one, string other)
    {
        var passages = Split($"{one}\n{other}");

        Assert.Equal([one, other], passages.Select(passage => passage.Text));
    }

    [Theory]
    [InlineData("1. Open the file.\n2. Close it.")]
    [InlineData("2024 was long.\n3 years passed.")]
    [InlineData("第一次会议。\n第二届会议。")]
    [InlineData("Sections are short.\nArticles are long.")]
    public void A_line_that_begins_no_clause_stays_with_the_one_before(string text) => Assert.Single(Split(text));

    [Fact]
    public void Short_paragraphs_share_a_passage_and_long_ones_are_cut_between_sentences()
    {
        var text = "Short.\n\nAlso short.\n\n" + string.Concat(Enumerable.Repeat("The developer reports each incident within three days. ", 60));

        var passages = Split(text);

        Assert.StartsWith("Short.\n\nAlso short.", passages[0].Text, StringComparison.Ordinal);
        Assert.True(passages.Length > 2);
        Assert.All(passages, passage => Assert.InRange(DisplayWidth.Of(passage.Text), 1, PassagePacker.Longest));
        Assert.All(passages, passage => Assert.EndsWith(".", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_that_only_draw_are_no_sentences_of_a_passage()
    {
        const string Text = "First.\n\n---\n\n![](a.png)\n\nSecond.";

        var passage = Assert.Single(Split(Text));

        Assert.Equal(["First.", "Second."], passage.Sentences.Select(sentence => sentence.In(Text).ToString()));
    }

    [Fact]
    public void The_same_words_twice_have_two_ids_and_in_another_document_others()
    {
        var ids = Split("# A\nSame.\n# B\nSame.").Concat(Split("# A\nSame.", "other.md")).Select(passage => passage.Id);

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void An_id_depends_on_nothing_but_the_document_and_the_words()
    {
        var before = Assert.Single(Split("Report it."));
        var after = Split("# New\nBefore it.\n# Duties\nReport it.")[1];

        Assert.Equal(before.Id, after.Id);
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    [InlineData(" ")]
    public void A_paragraph_inserted_at_the_top_leaves_nearly_all_ids(string separator)
    {
        var text = string.Join(separator, Enumerable.Range(0, 600).Select(i => $"Paragraph {i * 7919 % 1009} says what the developer of model {i} has to do before the day is over."));

        var before = Split(text).Select(passage => passage.Id).ToHashSet();
        var after = Split("A new paragraph that was not there." + separator + text);

        Assert.True(before.Count > 50);
        Assert.InRange(after.Count(passage => !before.Contains(passage.Id)), 1, 10);
    }

    [Fact]
    public void An_article_inserted_among_others_changes_no_other_article()
    {
        static string Article(int number) => $"第{number}条 当事人应当按照约定履行第{number}项义务。";
        var before = Split(string.Join('\n', Enumerable.Range(1, 100).Select(Article))).Select(passage => passage.Id).ToHashSet();
        var after = Split(string.Join('\n', Enumerable.Range(1, 50).Append(777).Concat(Enumerable.Range(51, 50)).Select(Article)));

        Assert.Single(after, passage => !before.Contains(passage.Id));
    }

    [Fact]
    public void Clause_mentions_go_to_the_passage_they_stand_in()
    {
        const string Text = "# One\nSee § 1 and § 2.\n# Two\nSee § 3.";
        var splitter = new PassageSplitter(text => [Mention(text, "§ 1"), Mention(text, "§ 2"), Mention(text, "§ 3")]);

        var passages = splitter.Split(TestDocument.Of(Text));

        Assert.Equal(["§ 1", "§ 2"], passages[0].ClauseMentions.Select(mention => mention.Span.In(Text).ToString()));
        Assert.Equal(["§ 3"], passages[1].ClauseMentions.Select(mention => mention.Span.In(Text).ToString()));
    }

    [Fact]
    public void A_mention_whose_code_stands_in_the_passage_before_is_kept()
    {
        const string Text = "民法典\n第54条 自然人从事工商业经营。";
        var splitter = new PassageSplitter(text => [Mention(text, "民法典\n第54条")]);

        var passages = splitter.Split(TestDocument.Of(Text));

        Assert.Empty(passages[0].ClauseMentions);
        Assert.Equal("第54条", Assert.Single(passages[1].ClauseMentions).Span.In(Text).ToString());
    }

    [Theory]
    [InlineData("当事人应当按照约定履行义务。\n\n")]
    [InlineData("第一条 当事人。\n")]
    [InlineData("# Heading\n")]
    [InlineData("a\n")]
    [InlineData("word ")]
    public void Long_documents_take_no_longer_than_their_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));

        Assert.NotEmpty(Split(text));
    }

    private static ClauseMention Mention(string text, string words) =>
        new(
            new TextSpan(text.IndexOf(words, StringComparison.Ordinal), words.Length),
            [new ClauseReference { Style = SectionStyle.Section, Section = "1" }]);

    private static string Describe(Passage passage) => $"{string.Join(" / ", passage.HeadingPath)}: {passage.Text}";

    private ImmutableArray<Passage> Split(string text, string id = "law.md") => CreateSplitter().Split(TestDocument.Of(text, id));
}
