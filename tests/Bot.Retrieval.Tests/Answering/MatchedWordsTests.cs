using Bot.Retrieval.Answering;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Answering;

public sealed class MatchedWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestRetrieval _retrieval = new();

    public void Dispose()
    {
        _retrieval.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_citation_across_languages_says_which_words_met()
    {
        var citation = await FirstAsync("Which hospital has a helicopter?");
        Assert.Equal([new MatchedTerm("hospital", "医院"), new MatchedTerm("helicopter", "直升机")], citation.Matched.ToArray());
    }

    [Fact]
    public async Task What_only_the_title_has_is_left_out()
    {
        var citation = await FirstAsync("Which hospital in the newspaper has a helicopter?");
        Assert.DoesNotContain(citation.Matched, match => match.Asked == "newspaper");
        Assert.All(citation.Matched, match => Assert.Contains(match.Found, citation.Passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_in_the_question_s_own_words_has_none() => Assert.Empty((await FirstAsync("哪家医院有直升机？")).Matched);

    private async Task<Citation> FirstAsync(string question)
    {
        await _retrieval.LoadAsync(_folder.Write("passages.jsonl", """
            {"id": "a", "title": "报纸", "text": "这家医院有一架直升机。"}
            {"id": "b", "title": "报纸", "text": "学校的图书馆在河边。"}
            """));
        return await _retrieval.AskAsync(question) switch
        {
            Answer.Grounded grounded => grounded.Citations[0],
            Answer.NotFound notFound => notFound.Nearest[0],
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
