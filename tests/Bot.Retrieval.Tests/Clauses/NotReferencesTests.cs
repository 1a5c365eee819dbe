using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Tests.Clauses;

/// <summary><c>NotReferences.tsv</c>: what is written in documents and questions and speaks of no clause.</summary>
public sealed class NotReferencesTests
{
    public static TheoryData<string> Rows() => [.. TableRows.Of("NotReferences.tsv").Select(row => row[0])];

    [Fact]
    public void The_table_has_at_least_a_hundred() => Assert.True(TableRows.Of("NotReferences.tsv").Count() >= 100);

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_no_reference(string text) => Assert.DoesNotContain(ClauseParser.FindAll(text), mention => !mention.IsTentative);

    [Theory]
    [MemberData(nameof(Rows))]
    public void It_is_none_inside_a_sentence(string text) =>
        Assert.DoesNotContain(ClauseParser.FindAll($"据报道，{text}，大家都知道。 They said {text} and left."), mention => !mention.IsTentative);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("你好")]
    [InlineData("22603(b")]
    [InlineData("22603(a)(3")]
    [InlineData("22603(b))")]
    [InlineData("22603(b)x")]
    [InlineData("22603(b)1")]
    [InlineData("22603(1000)")]
    [InlineData("22603(abc)")]
    [InlineData("第五十四条第二")]
    [InlineData("第三十八条第二款第（三项")]
    [InlineData("第一百二条")]
    [InlineData("第五十十四条")]
    [InlineData("第条")]
    [InlineData("第零条")]
    [InlineData("第五十四条之")]
    [InlineData("38条2款3")]
    [InlineData("12345678")]
    [InlineData("50%")]
    [InlineData("🙂")]
    [InlineData("\uD800")]
    public void What_cant_be_read_as_a_reference_is_said_to_be_malformed(string text)
    {
        var malformed = Assert.IsType<ClauseParse.Malformed>(ClauseParser.Parse(text));
        Assert.IsType<ClauseParse.Parsed>(ClauseParser.Parse(malformed.Example));
    }
}
