using Bot.Retrieval.Indexing;
using Bot.Retrieval.Tests.Builders;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class SeedClausesTests
{
    private static readonly ClauseIndex Index = ClauseIndex.Build(
        [
            .. TestDocument.Passages("OpenAI反對SB1047", Seed("000_f679ab5f3a870c3f.txt"), "000"),
            .. TestDocument.Passages("吴恩达：美国加州SB-1047法案，将扼杀开源大模型", Seed("002_b2b2a75042cfee9b.txt"), "002"),
        ],
        []);

    [Fact]
    public void All_lists_what_the_seeds_speak_of() =>
        Assert.Equal(["22603(a)(3)", "22603(a)(4)", "22603(b)", "22604(a)", "22604(b)"], Index.All.Select(clause => clause.Canonical));

    [Theory]
    [InlineData("22603(b)", "潜在的AI安全事故")]
    [InlineData("第22603(b)条", "潜在的AI安全事故")]
    [InlineData("22603b", "潜在的AI安全事故")]
    [InlineData("SB-1047 22603(b)", "潜在的AI安全事故")]
    [InlineData("SB1047法案第22603(b)条", "潜在的AI安全事故")]
    [InlineData("section 22603(b) of SB 1047", "潜在的AI安全事故")]
    [InlineData("该法案第22603(b)条", "潜在的AI安全事故")]
    [InlineData("22603(a)(3)", "有限职责豁免")]
    [InlineData("22603(a)(3)(4)", "有限职责豁免")]
    [InlineData("22604(a)(b)", "信用卡号")]
    public void A_clause_that_the_seeds_speak_of_is_found(string reference, string words)
    {
        var found = Assert.IsType<ClauseLookupResult.Found>(Index.Find(reference));
        Assert.All(found.Matches, match => Assert.Contains(words, match.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("22603", true)]
    [InlineData("第22603条", true)]
    [InlineData("22604", true)]
    [InlineData("22603(a)", true)]
    [InlineData("22603(b)(1)", false)]
    [InlineData("22603(a)(3)(A)", false)]
    public void What_contains_it_or_parts_of_it_are_said_to_be_such(string reference, bool areParts)
    {
        var enclosing = Assert.IsType<ClauseLookupResult.Enclosing>(Index.Find(reference));
        Assert.Equal(areParts, enclosing.AreParts);
        Assert.NotEmpty(enclosing.Matches);
    }

    [Theory]
    [InlineData("22605(c)")]
    [InlineData("22606")]
    [InlineData("22603(c)")]
    [InlineData("22603(a)(5)")]
    [InlineData("AB-2013 22603(b)")]
    [InlineData("GDPR 22603(b)")]
    [InlineData("Civil Code section 22603(b)")]
    [InlineData("民法典第22603(b)条")]
    [InlineData("17 U.S.C. § 22603(b)")]
    public void What_no_document_speaks_of_is_not_found(string reference) =>
        Assert.IsType<ClauseLookupResult.NotFound>(Index.Find(reference));

    [Fact]
    public void The_nearest_are_parts_of_the_same_section_then_its_neighbours()
    {
        var missing = Assert.IsType<ClauseLookupResult.NotFound>(Index.Find("22603(a)(5)"));
        Assert.Equal(["22603(a)(4)", "22603(a)(3)", "22603(b)", "22604(a)", "22604(b)"], missing.Nearest.Select(clause => clause.Canonical));
    }

    [Theory]
    [InlineData("22603(b)条要求开发者做什么？", typeof(ClauseLookupResult.Found))]
    [InlineData("What does section 22603(b) require developers to report?", typeof(ClauseLookupResult.Found))]
    [InlineData("22604(a)(b)規定要提交客戶的哪些資料？", typeof(ClauseLookupResult.Found))]
    [InlineData("22603（a）（3）（4）条讲了什么？", typeof(ClauseLookupResult.Found))]
    [InlineData("In SB-1047, what does section 22603(b) require?", typeof(ClauseLookupResult.Found))]
    [InlineData("22605(c)条规定了什么？", typeof(ClauseLookupResult.NotFound))]
    [InlineData("What does section 22606 say about whistleblowers?", typeof(ClauseLookupResult.NotFound))]
    [InlineData("AB-2013法案的22603(b)条要求什么？", typeof(ClauseLookupResult.NotFound))]
    [InlineData("在《民法典》里，22603(b)条说了什么？", typeof(ClauseLookupResult.NotFound))]
    public void A_question_about_a_clause_is_resolved(string question, Type outcome) =>
        Assert.All(Index.Resolve(question), resolution => Assert.IsType(outcome, resolution.Result));

    [Theory]
    [InlineData("加州SB-1047法案是什么时候拟定的？")]
    [InlineData("2024年1-9月明火炊具线上零售额是多少？")]
    [InlineData("華碩PA279CRV顯示器多少錢？")]
    [InlineData("22605c有多少？")]
    public void A_question_about_something_else_resolves_to_nothing(string question) =>
        Assert.Empty(Index.Resolve(question));

    [Theory]
    [InlineData("2", 5)]
    [InlineData("22604", 2)]
    [InlineData("第22603", 3)]
    [InlineData("§ 22603(a", 2)]
    [InlineData("SB-1047 226", 5)]
    [InlineData("sb1047 22603b", 1)]
    [InlineData("7", 0)]
    public void Typing_suggests_what_exists(string typed, int count) => Assert.Equal(count, Index.Suggest(typed, 25).Length);

    private static string Seed(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "seeds", name);
            if (File.Exists(path))
            {
                return File.ReadAllText(path);
            }
        }
        throw new FileNotFoundException(name);
    }
}
