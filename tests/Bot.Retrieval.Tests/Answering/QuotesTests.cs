using Bot.Retrieval.Answering;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Answering;

public sealed class QuotesTests(LoadedSeeds seeds) : IClassFixture<LoadedSeeds>
{
    private const int Questions = 400;

    [Fact]
    public async Task Every_quote_of_every_answer_stands_in_the_raw_file_on_the_lines_it_names()
    {
        var files = Directory.GetFiles(LoadedSeeds.Folder, "*.txt").ToDictionary(path => Path.GetFileName(path), File.ReadAllLines);
        var random = new Random(1047);
        var checkedQuotes = 0;
        for (var i = 0; i < Questions; i++)
        {
            var question = RandomQuestion(files, random);
            var answer = await seeds.Retrieval.AskAsync(question);
            var citations = answer switch
            {
                Answer.Grounded grounded => grounded.Citations,
                Answer.NotFound refused => refused.Nearest,
                _ => throw new InvalidOperationException(),
            };
            Assert.Equal(Enumerable.Range(1, citations.Length), citations.Select(citation => citation.Number));
            foreach (var citation in citations)
            {
                Assert.True(CitationChecker.Holds(citation), question);
                AssertStandsIn(files[citation.DocumentName], citation);
                checkedQuotes++;
            }
        }
        Assert.InRange(checkedQuotes, Questions, int.MaxValue);
    }

    [Fact]
    public async Task What_two_documents_say_alike_is_shown_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.txt", "用户的所有资料会被备份7年，也会在海关备案。");
        folder.Write("two.txt", "用户的所有资料会被备份7年，也会在海关备案！");
        folder.Write("three.txt", "用戶的所有資料會被備份7年，也會在海關備案。");
        folder.Write("four.txt", "明火炊具线上零售额同比增加。");
        using var retrieval = new TestRetrieval();
        await retrieval.LoadAsync(folder.Path);

        var answer = Assert.IsType<Answer.Grounded>(await retrieval.AskAsync("用户的资料会被备份多少年？"));

        Assert.Single(answer.Citations);
    }

    [Fact]
    public async Task No_two_quotes_of_an_answer_overlap()
    {
        foreach (var question in new[] { "SB-1047法案有什么问题？", "吴恩达为什么反对SB-1047？", "开源大模型的监管条例", "22604(a)(b)规定了什么？" })
        {
            if (await seeds.Retrieval.AskAsync(question) is Answer.Grounded grounded)
            {
                Assert.All(grounded.Citations, one => Assert.DoesNotContain(
                    grounded.Citations, other => other.Number != one.Number && other.DocumentName == one.DocumentName && other.Span.Overlaps(one.Span)));
            }
        }
    }

    // Cleaning takes glosses and soft characters out and changes no order, so the quote's letters stand in its lines in order;
    // and without the first or the last of the lines they don't.
    private static void AssertStandsIn(string[] lines, Citation citation)
    {
        Assert.InRange(citation.StartLine, 1, citation.EndLine);
        Assert.InRange(citation.EndLine, 1, lines.Length);
        Assert.True(IsInside(citation, lines, citation.StartLine, citation.EndLine), citation.Quote);
        Assert.False(IsInside(citation, lines, citation.StartLine + 1, citation.EndLine), citation.Quote);
        Assert.False(IsInside(citation, lines, citation.StartLine, citation.EndLine - 1), citation.Quote);
    }

    private static bool IsInside(Citation citation, string[] lines, int first, int last)
    {
        var raw = string.Concat(Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(line => lines[line - 1]));
        var position = 0;
        foreach (var letter in citation.Quote.Where(char.IsLetterOrDigit))
        {
            position = raw.IndexOf(letter, position) + 1;
            if (position == 0)
            {
                return false;
            }
        }
        return true;
    }

    private static string RandomQuestion(Dictionary<string, string[]> files, Random random)
    {
        string[] endings = ["？", "是什么？", "多少？", "什么时候？", "?", ""];
        var pieces = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            var lines = files.Values.ElementAt(random.Next(files.Count)).Where(line => line.Length > 14).ToList();
            var line = lines[random.Next(lines.Count)];
            return line.Substring(random.Next(line.Length - 12), random.Next(2, 12));
        });
        return string.Concat(pieces) + endings[random.Next(endings.Length)];
    }
}
