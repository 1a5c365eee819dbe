using Bot.Retrieval.Evaluation;
using Bot.Retrieval.Tests.Documents;

namespace Bot.Retrieval.Tests.Evaluation;

public sealed class QuestionSetFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paths_of_a_set_are_relative_to_its_list()
    {
        var list = _folder.Write("sets.json", """
            [
              {"name": "one", "kind": "mono", "passages": ["a/p.jsonl", "b/p.jsonl"], "questions": "a/q.jsonl"},
              {"name": "seeds", "documents": "../seeds", "questions": "q.jsonl"}
            ]
            """);
        var sets = QuestionSetFiles.ReadSets(list);
        Assert.Equal(("one", "mono"), (sets[0].Name, sets[0].Kind));
        Assert.Equal([_folder.At("a/p.jsonl"), _folder.At("b/p.jsonl")], sets[0].Sources.ToArray());
        Assert.Equal(_folder.At("a/q.jsonl"), sets[0].QuestionsFile);
        Assert.Equal([Path.GetFullPath("../seeds", _folder.Path)], sets[1].Sources.ToArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"name\": \"x\", \"passages\": [\"p\"]}]")]
    [InlineData("[{\"name\": 1, \"passages\": [\"p\"], \"questions\": \"q\"}]")]
    [InlineData("not json")]
    [InlineData("")]
    public void A_file_that_is_no_list_of_sets_is_named(string content)
    {
        var list = _folder.Write("sets.json", content);
        Assert.Contains(list, Assert.Throws<InvalidDataException>(() => QuestionSetFiles.ReadSets(list)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_name_passages_or_documents()
    {
        var file = _folder.Write("q.jsonl", """
            {"id": "1", "question": "甲？", "gold": ["p1", "p2"], "answers": ["甲"]}

            {"id": "2", "question": "乙？", "documents": ["a.txt"]}
            {"id": "3", "question": "丙？", "gold": []}
            """);
        var questions = QuestionSetFiles.ReadQuestions(file);
        Assert.Equal(["1", "2", "3"], questions.Select(question => question.Id));
        Assert.Equal(["p1", "p2"], questions[0].Gold!.Value.ToArray());
        Assert.Equal(["甲"], questions[0].Answers.ToArray());
        Assert.Equal(["a.txt"], questions[1].Documents!.Value.ToArray());
        Assert.Null(questions[1].Gold);
        Assert.Empty(questions[2].Gold!.Value);
    }

    [Theory]
    [InlineData("{\"id\": \"1\"")]
    [InlineData("{\"id\": \"1\", \"question\": \"x\"}")]
    [InlineData("{\"question\": \"x\", \"gold\": []}")]
    [InlineData("{\"id\": \"1\", \"question\": 5, \"gold\": []}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void A_line_that_is_no_question_is_named_with_its_file(string line)
    {
        var file = _folder.Write("q.jsonl", "{\"id\": \"1\", \"question\": \"x\", \"gold\": []}\n\n" + line);
        var message = Assert.Throws<InvalidDataException>(() => QuestionSetFiles.ReadQuestions(file)).Message;
        Assert.Contains($"{file}, line 3", message, StringComparison.Ordinal);
    }
}
