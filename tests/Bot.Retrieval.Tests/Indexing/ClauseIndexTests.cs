using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class ClauseIndexTests
{
    private const string Statute = """
        中华人民共和国示范法

        目录

        第一条
        第二条
        第三条

        第一章　总则

        第一条　为了示范，制定本法。

        第二条　示范应当：
        （一）清楚；
        （二）简短。
        示范不得误导。

        第二章　附则

        第三条　违反本法第二条第一款第（二）项的，依照刑法第三条处理。
        """;

    private static readonly ClauseIndex Codes = ClauseIndex.Build(
        [
            .. TestDocument.Passages("中华人民共和国示范法", Statute),
            TestDocument.Record("a", "教育法第五条", "教育法的第五条。"),
            TestDocument.Record("b", "中华人民共和国刑法第三条", "刑法的第三条。"),
            TestDocument.Record("c", "刑法第二百八十七条之二", "明知他人利用信息网络实施犯罪。\n\n单位犯前款罪的，处罚金。"),
            TestDocument.Record("d", "某评论", "《示范法》第二条说得清楚。该法第三条则不。合同第九条另说。"),
        ],
        [new("样板法", "示范法"), new("Model Act", "示范法")]);

    [Theory]
    [InlineData("示范法第一条", "第一条　为了示范，制定本法。")]
    [InlineData("示范法第二条第一款", "第二条　示范应当：\n（一）清楚；\n（二）简短。")]
    [InlineData("示范法第二条第二款", "示范不得误导。")]
    [InlineData("示范法第二条第一款第（二）项", "（二）简短。")]
    [InlineData("样板法第1条", "第一条　为了示范，制定本法。")]
    [InlineData("section 1 of the Model Act", "第一条　为了示范，制定本法。")]
    [InlineData("第一条", "第一条　为了示范，制定本法。")]
    [InlineData("刑法第287条之二第2款", "单位犯前款罪的，处罚金。")]
    [InlineData("教育法第5条第1款", "教育法的第五条。")]
    public void A_clause_shows_its_own_words_first(string reference, string words)
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(Codes.Find(reference));
        Assert.True(found.Matches[0].IsOwnText);
        Assert.Equal(words, found.Matches[0].Text);
    }

    [Fact]
    public void What_speaks_of_a_clause_comes_behind_its_own_text()
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(Codes.Find("示范法第二条"));
        Assert.Equal([true, false], found.Matches.Select(match => match.IsOwnText));
        Assert.Equal("《示范法》第二条说得清楚。", found.Matches[1].Text);
    }

    [Fact]
    public void This_law_is_the_documents_own_and_that_law_the_one_named_before()
    {
        var own = Assert.IsType<ClauseLookupResult.Found>(Codes.Find("示范法第二条第一款第二项"));
        Assert.Contains(own.Matches, match => !match.IsOwnText && match.Text.Contains("违反本法", StringComparison.Ordinal));
        var earlier = Assert.IsType<ClauseLookupResult.Found>(Codes.Find("示范法第三条"));
        Assert.Contains(earlier.Matches, match => match.Text == "该法第三条则不。");
    }

    [Fact]
    public void Without_its_code_an_article_of_several_codes_is_ambiguous()
    {
        var ambiguous = Assert.IsType<ClauseLookupResult.Ambiguous>(Codes.Find("第三条"));
        Assert.Equal(["刑法第3条", "示范法第3条"], ambiguous.Choices.Select(choice => choice.FullName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("义务教育法第五条")]
    [InlineData("根据高等教育法第五条")]
    [InlineData("教育法第六条")]
    [InlineData("示范法第五条")]
    [InlineData("示范法第三十条")]
    [InlineData("示范法实施条例第一条")]
    [InlineData("民法典第一条")]
    [InlineData("示范发第一条")]
    [InlineData("GDPR第1条")]
    [InlineData("合同第一条")]
    [InlineData("Article 1 of the Constitution")]
    public void Another_codes_article_is_never_shown(string reference) =>
        Assert.IsType<ClauseLookupResult.NotFound>(Codes.Find(reference));

    [Fact]
    public void The_nearest_are_of_the_asked_code()
    {
        var missing = Assert.IsType<ClauseLookupResult.NotFound>(Codes.Find("刑法第二百八十六条"));
        Assert.Equal(["刑法第287条之2", "刑法第3条"], missing.Nearest.Select(clause => clause.FullName));
    }

    [Theory]
    [InlineData("示范法第二条第九款", "第二条　示范应当")]
    [InlineData("示范法第一条第二款", "第一条　为了示范")]
    public void A_paragraph_that_isnt_there_shows_its_article_as_what_encloses_it(string reference, string words)
    {
        var enclosing = Assert.IsType<ClauseLookupResult.Enclosing>(Codes.Find(reference));
        Assert.False(enclosing.AreParts);
        Assert.StartsWith(words, enclosing.Matches[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("请问示范法第二条怎么规定", typeof(ClauseLookupResult.Found))]
    [InlineData("在示范法里，第二条怎么规定？", typeof(ClauseLookupResult.Found))]
    [InlineData("第三条说了什么？", typeof(ClauseLookupResult.Ambiguous))]
    [InlineData("义务教育法第五条规定了什么？", typeof(ClauseLookupResult.NotFound))]
    [InlineData("教育法和示范法第八条有什么不同？", typeof(ClauseLookupResult.NotFound))]
    [InlineData("民法典第1条是什么", typeof(ClauseLookupResult.NotFound))]
    public void A_question_is_resolved_by_the_codes_that_are_known(string question, Type outcome) =>
        Assert.IsType(outcome, Assert.Single(Codes.Resolve(question)).Result);

    [Theory]
    [InlineData("第一", "刑法第3条")]
    [InlineData("示范法第二", "示范法第2条")]
    [InlineData("示范法2条1款", "示范法第2条第1款")]
    [InlineData("样", null)]
    [InlineData("刑法第二百八", "刑法第287条之2")]
    [InlineData("刑法287", "刑法第287条之2")]
    public void Typing_suggests_clauses_by_numeral_and_by_code(string typed, string? first)
    {
        var suggestions = Codes.Suggest(typed, 5);
        if (first is null || typed == "第一")
        {
            Assert.DoesNotContain(suggestions, clause => clause.FullName == "刑法第3条");
            return;
        }
        Assert.Equal(first, suggestions[0].FullName);
    }

    [Fact]
    public void Headings_name_clauses_and_markers_at_line_starts_their_parts()
    {
        var index = ClauseIndex.Build(
            TestDocument.Passages("Frontier Models Code", """
                # Section 22603

                (a) A developer shall do both of the following:
                (1) Test.
                (2) Report.

                (b) A developer shall report incidents. See Section 22604.

                # Section 22604

                Operators keep records for seven years.
                """),
            []);
        Assert.Equal(
            ["22603", "22603(a)", "22603(a)(1)", "22603(a)(2)", "22603(b)", "22604"],
            index.All.Select(clause => clause.Canonical));
        Assert.Equal("(2) Report.", Own(index, "22603(a)(2)"));
        Assert.Equal("(b) A developer shall report incidents. See Section 22604.", Own(index, "Frontier Models Code § 22603(b)"));
        Assert.Equal("Operators keep records for seven years.", Own(index, "22604"));
    }

    [Fact]
    public void A_code_laid_out_in_lines_is_read_as_its_articles()
    {
        var index = ClauseIndex.Build(
            TestDocument.Passages("General Data Protection Regulation", """
                Article 1
                Subject-matter
                1. This Regulation lays down rules.
                2. This Regulation protects rights.

                Article 6
                Lawfulness of processing
                1. Processing shall be lawful only if:
                (a) the data subject has given consent;
                (b) processing is necessary.
                2. Member States may maintain provisions.
                """),
            [new("GDPR", "General Data Protection Regulation")]);
        Assert.StartsWith("(b) processing is necessary.", Own(index, "GDPR Art. 6(1)(b)"), StringComparison.Ordinal);
        Assert.StartsWith("(b) processing is necessary.", Own(index, "Article 6(1), point (b)"), StringComparison.Ordinal);
        Assert.StartsWith("2. Member States", Own(index, "第6条第2款"), StringComparison.Ordinal);
        Assert.StartsWith("Article 1", Own(index, "GDPR第1条"), StringComparison.Ordinal);
        Assert.IsType<ClauseLookupResult.NotFound>(index.Find("Article 7 GDPR"));
        Assert.IsType<ClauseLookupResult.NotFound>(index.Find("section 6"));
    }

    [Fact]
    public void A_contracts_clauses_are_its_own()
    {
        var index = ClauseIndex.Build(
            [
                .. TestDocument.Passages("租房合同", "第一条 房屋位于甲地。\n第二条 租期一年。\n第三条 按本合同第二条执行。"),
                TestDocument.Record("x", "民法典第二条", "民法调整平等主体。"),
            ],
            []);
        Assert.Equal("第二条 租期一年。", Own(index, "租房合同第二条"));
        Assert.Equal("民法调整平等主体。", Own(index, "民法典第二条"));
        Assert.IsType<ClauseLookupResult.Ambiguous>(index.Find("第二条"));
    }

    [Fact]
    public void A_decimal_clause_is_enclosed_by_the_one_above_it()
    {
        var index = ClauseIndex.Build(
            TestDocument.Passages("Handbook", "# Section 12.3\n\nAll of it.\n\n# Section 12.3.4\n\nA part of it. See 12.3.5 too.\n"),
            []);
        Assert.Equal("A part of it. See 12.3.5 too.", Own(index, "12.3.4"));
        Assert.IsType<ClauseLookupResult.Enclosing>(index.Find("12.3.7"));
        Assert.IsType<ClauseLookupResult.NotFound>(index.Find("13.1.1"));
        Assert.Empty(index.Resolve("Is version 4.5.6 out?"));
    }

    [Fact]
    public void Of_a_list_that_is_known_in_part_only_that_part_is_shown_and_said_to_be_one()
    {
        var enclosing = Assert.IsType<ClauseLookupResult.Enclosing>(Codes.Find("示范法第二条至第五条"));
        Assert.True(enclosing.AreParts);
        Assert.Equal(4, enclosing.References.Length);
    }

    [Fact]
    public void An_empty_index_finds_nothing_and_suggests_nothing()
    {
        Assert.IsType<ClauseLookupResult.NotFound>(ClauseIndex.Empty.Find("22603(b)"));
        Assert.IsType<ClauseLookupResult.Malformed>(ClauseIndex.Empty.Find("hello"));
        Assert.Empty(ClauseIndex.Empty.Suggest("2", 25));
        Assert.Empty(ClauseIndex.Empty.Resolve("什么是22603b"));
    }

    [Fact]
    public void Every_quote_lies_in_its_passage()
    {
        foreach (var clause in Codes.All)
        {
            var found = Assert.IsType<ClauseLookupResult.Found>(Codes.Find(clause));
            Assert.All(found.Matches, match => Assert.True(match.Passage.Span.Contains(match.Quote) && !match.Quote.IsEmpty));
        }
    }

    private static string Own(ClauseIndex index, string reference)
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(index.Find(reference));
        Assert.True(found.Matches[0].IsOwnText);
        return string.Concat(found.Matches.Where(match => match.IsOwnText).Select(match => match.Text));
    }
}
