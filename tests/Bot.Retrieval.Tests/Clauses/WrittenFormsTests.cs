using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Tests.Clauses;

/// <summary>
/// <c>WrittenForms.tsv</c>: what is written, its clauses in canonical form, the code's key (or <c>-</c>), and where it counts:
/// in prose and commands, in prose only where an index knows the clause (tentative), or in commands only.
/// </summary>
public sealed class WrittenFormsTests
{
    public static TheoryData<string, string, string, string> Rows()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var row in TableRows.Of("WrittenForms.tsv"))
        {
            data.Add(row[0], row[1], row[2], row[3]);
        }
        return data;
    }

    [Fact]
    public void The_table_has_at_least_three_hundred_forms() => Assert.True(TableRows.Of("WrittenForms.tsv").Count() >= 300);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_form_is_read_as_its_canonical_clauses(string written, string canonical, string code, string use)
    {
        var parsed = Assert.IsType<ClauseParse.Parsed>(ClauseParser.Parse(written));
        Assert.Equal(canonical, string.Join(" ; ", parsed.References.Select(reference => reference.Canonical)));
        Assert.All(parsed.References, reference => Assert.Equal(code, reference.Code ?? "-"));

        var mentions = ClauseParser.FindAll(written);
        if (use == "command")
        {
            Assert.NotEqual(parsed.References, mentions.SelectMany(mention => mention.References));
        }
        else
        {
            Assert.Equal(parsed.References, mentions.SelectMany(mention => mention.References).Distinct());
            Assert.Equal(use == "tentative", mentions.Any(mention => mention.IsTentative));
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_form_inside_a_sentence_is_read_the_same(string written, string canonical, string code, string use)
    {
        Assert.NotEmpty(code);
        if (use != "prose")
        {
            return;
        }
        foreach (var (before, after) in new[] { ("请看：", "。"), ("（", "）"), ("It says (", ") so."), ("\n\n", "\n\n另起一段。") })
        {
            var mentions = ClauseParser.FindAll(before + written + after);
            Assert.Equal(canonical, string.Join(" ; ", mentions.SelectMany(mention => mention.References).Distinct().Select(reference => reference.Canonical)));
            Assert.All(mentions, mention => Assert.InRange(mention.Span.Start, before.Length, before.Length + written.Length));
        }
    }
}
