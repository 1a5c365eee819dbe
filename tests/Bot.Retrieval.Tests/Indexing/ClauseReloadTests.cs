using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Indexing;

/// <summary>However the documents came to be what they are, their clauses are those of an index made anew.</summary>
public sealed class ClauseReloadTests
{
    // Codes that others name, sections that only some prove, names that are longer than another, numbers that may be anything.
    private static readonly (string Title, string Text)[] Written =
    [
        ("民法典第五十四条", "自然人从事工商业经营的，依照本法第五十五条登记。\n\n依照《商标法》第三条办理。"),
        ("中华人民共和国民法典第五十五条", "债务以个人财产承担，见第五十四条第一款。"),
        ("商标法第三条", "注册商标受保护。民法典第54条另有规定。"),
        ("商标法实施条例第三条", "依照商标法第三条的规定办理。"),
        ("关于经营的说明", "根据民法典第五十四条和第五十五条办理。其他见54条。版本12.3.4已发布，版本12.3.5未发布。"),
        ("SB 1047", "# Section 22603\n\n(a) A developer shall report incidents.\n\n(b) A developer shall keep records under Section 22604.\n\n# Section 22604\n\nRecords are kept for five years."),
        ("Notes", "Section 22603(b) of SB-1047 asks for records.\n\nSee 22603b, and 22604a too. Article 5 of the GDPR says otherwise."),
        ("GDPR", "Article 5\n\n1. Data shall be processed lawfully.\n\n2. The controller shall be responsible under Article 6.\n\nArticle 6\n\n1. Processing shall be lawful only if consent was given."),
        ("Lease", "12.3 Deposit\n\nThe tenant pays a deposit as 12.3.4 says.\n\n12.3.4 Return\n\nIt is returned after the term.\n\n12.3.5 Interest\n\nNone is paid."),
        ("Lease", "12.3 Deposit\n\nThe landlord keeps the deposit.\n\n12.3.4 Return\n\nIt is returned at once, see 12.3.\n\n12.3.6 Costs\n\nThe tenant pays them."),
        ("Plain words", "Nothing here speaks of any clause at all, and nothing should."),
    ];

    private static readonly ImmutableArray<CodeAlias> Aliases = [new("民典", "民法典")];

    [Fact]
    public void Random_edits_give_the_index_that_the_documents_give_when_they_are_read_anew() =>
        Prop.ForAll(Edits().ToArbitrary(), edits =>
        {
            var folder = new SortedDictionary<int, ImmutableArray<Passage>>();
            var index = ClauseIndex.Empty;
            foreach (var round in edits.Chunk(3))
            {
                foreach (var (name, written) in round)
                {
                    if (written < 0)
                    {
                        folder.Remove(name);
                    }
                    else
                    {
                        folder[name] = TestDocument.Passages(Written[written].Title, Written[written].Text, $"{name:00}.txt");
                    }
                }
                ImmutableArray<Passage> passages = [.. folder.Values.SelectMany(document => document)];
                index = index.Next(passages, Aliases, CancellationToken.None);
                Assert.Equal(Facts(ClauseIndex.Empty.Next(passages, Aliases, CancellationToken.None)), Facts(index));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_260_101, 7));

    [Fact]
    public void Every_way_of_reading_is_in_the_documents_that_are_edited()
    {
        var facts = Facts(ClauseIndex.Build([.. Written.SelectMany((written, i) => TestDocument.Passages(written.Title, written.Text, $"{i:00}.txt"))], Aliases));
        foreach (var outcome in new[] { "Found", "Enclosing", "Ambiguous", "NotFound" })
        {
            Assert.Contains(facts, fact => fact.Contains(outcome, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Documents_that_change_places_give_the_index_of_their_new_order()
    {
        var first = TestDocument.Passages(Written[8].Title, Written[8].Text, "a.txt");
        var second = TestDocument.Passages(Written[9].Title, Written[9].Text, "b.txt");
        var index = ClauseIndex.Empty.Next([.. first, .. second], [], CancellationToken.None).Next([.. second, .. first], [], CancellationToken.None);
        Assert.Equal(Facts(ClauseIndex.Build([.. second, .. first], [])), Facts(index));
    }

    [Fact]
    public void Another_glossary_is_heeded_though_no_document_changed()
    {
        var passages = TestDocument.Passages(Written[0].Title, Written[0].Text);
        var before = ClauseIndex.Empty.Next(passages, [], CancellationToken.None);
        Assert.IsNotType<ClauseLookupResult.Found>(before.Find("《民典法》第五十四条"));
        Assert.IsType<ClauseLookupResult.Found>(before.Next(passages, [new("民典法", "民法典")], CancellationToken.None).Find("《民典法》第五十四条"));
    }

    [Fact]
    public void Clauses_that_a_change_does_not_touch_keep_their_matches()
    {
        var code = TestDocument.Passages(Written[5].Title, Written[5].Text, "a.txt");
        var before = ClauseIndex.Empty.Next([.. code, .. TestDocument.Passages("Plain", "Words.", "b.txt")], [], CancellationToken.None);
        var after = before.Next([.. code, .. TestDocument.Passages("Plain", "Other words.", "b.txt")], [], CancellationToken.None);
        Assert.Same(Found(before, "22603(b)"), Found(after, "22603(b)"));
    }

    [Fact]
    public void Cancelling_throws()
    {
        using var cancelling = new CancellationTokenSource();
        cancelling.Cancel();
        Assert.Throws<OperationCanceledException>(() => ClauseIndex.Empty.Next(TestDocument.Passages("a", "Section 5 says so."), [], cancelling.Token));
    }

    private static ClauseMatch Found(ClauseIndex index, string reference) => Assert.IsType<ClauseLookupResult.Found>(index.Find(reference)).Matches[0];

    // What is written under one of six names; -1 removes it.
    private static Gen<(int Name, int Written)[]> Edits() =>
        Gen.Choose(0, 5).SelectMany(name => Gen.Choose(-1, Written.Length - 1).Select(written => (name, written))).ArrayOf(24);

    private static List<string> Facts(ClauseIndex index)
    {
        var facts = new List<string>();
        foreach (var clause in index.All)
        {
            facts.Add(clause.FullName);
            facts.Add(Show(index.Find(clause)));
            facts.Add(Show(index.Find(clause with { Code = null, CodeName = null })));
            facts.Add(Show(index.Find(clause with { Path = [.. clause.Path, new(SubdivisionKind.Number, "9")] })));
            facts.Add(Show(index.Find(clause with { Section = $"{clause.Section}9" })));
        }
        facts.AddRange(index.Suggest("", 100).Select(clause => clause.FullName));
        return facts;
    }

    private static string Show(ClauseLookupResult result) => $"{result.GetType().Name}: " + string.Join("; ", result switch
    {
        ClauseLookupResult.Found found => found.Matches.Select(Show),
        ClauseLookupResult.Enclosing enclosing => enclosing.Matches.Select(Show),
        ClauseLookupResult.Ambiguous ambiguous => ambiguous.Choices.Select(choice => choice.FullName),
        ClauseLookupResult.NotFound missing => missing.Nearest.Select(nearest => nearest.FullName),
        _ => [],
    });

    private static string Show(ClauseMatch match) => $"{match.Reference.FullName} {match.Passage.Id} {match.Quote} {match.IsOwnText}";
}
