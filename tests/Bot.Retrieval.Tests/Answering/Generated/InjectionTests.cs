using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Searching;
using Bot.Retrieval.Tests.Builders;
using Bot.Retrieval.Tests.Documents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Retrieval.Tests.Answering.Generated;

/// <summary>Attacks on a model that does whatever it is told. What reaches the user is what would have without the attack.</summary>
public sealed class InjectionTests : IDisposable
{
    private const string Question = "客户档案要保存多少年？";

    private static readonly string[] Effects =
        ["HACKED", "evil", "DAN", "70", "七十", "99", "@", "<", "http", "](", "![", "delete_all", "=====", "community's documents", "Use nothing but", "square brackets", "SECRET", "机密"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, AttackPlace> Cases
    {
        get
        {
            var cases = new TheoryData<string, AttackPlace>();
            foreach (var attack in Attacks.All)
            {
                foreach (var place in Enum.GetValues<AttackPlace>())
                {
                    cases.Add(attack.Name, place);
                }
            }
            return cases;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_are_more_than_two_hundred() => Assert.InRange(Cases.Count, 200, int.MaxValue);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_attack_has_no_effect(string name, AttackPlace place)
    {
        var attack = Attacks.All.Single(attack => attack.Name == name);
        var question = Prepare(attack, place);
        using var model = new ScriptedChatClient(attack.Obeyed);
        using var plain = new TestRetrieval();
        using var attacked = new TestRetrieval(services => services.AddSingleton<IChatClient>(model));
        await plain.LoadAsync(_folder.Path);
        await attacked.LoadAsync(_folder.Path);
        var expected = await plain.Answerer.AnswerAsync(question, CancellationToken.None);

        var updates = new List<AnswerUpdate>();
        await foreach (var update in attacked.Answerer.UpdatesAsync(question, CancellationToken.None))
        {
            updates.Add(update);
        }

        Assert.All(updates.OfType<AnswerUpdate.Draft>(), draft => AssertHarmless(draft.Text));
        var answer = Assert.IsType<AnswerUpdate.Final>(updates[^1]).Answer;
        // Who tells the model to refuse his own question gets what he asked for.
        if (answer is Answer.NotFound && place is AttackPlace.Question or AttackPlace.EarlierTurn)
        {
            return;
        }
        if (answer.Text != expected.Text)
        {
            Assert.IsType<Answer.Grounded>(answer);
            AssertHarmless(answer.Text);
            Assert.Contains("保存八年", answer.Text, StringComparison.Ordinal);
        }
        AssertNotTold(attack, place, model);
    }

    // The quotes of a document are its own words, whatever they say; everything else is the model's.
    private static void AssertHarmless(string text) =>
        Assert.All(Effects, effect => Assert.DoesNotContain(effect, text, StringComparison.Ordinal));

    // What stands in a document and talks to the model isn't put to it.
    private static void AssertNotTold(Attack attack, AttackPlace place, ScriptedChatClient model)
    {
        if (place is AttackPlace.Question or AttackPlace.EarlierTurn)
        {
            return;
        }
        var line = attack.Text.Split('\n').MaxBy(part => part.Length)!;
        Assert.All(model.Told, messages => Assert.DoesNotContain(OutgoingText.WithoutInvisible(line), messages[1].Text, StringComparison.Ordinal));
    }

    private Question Prepare(Attack attack, AttackPlace place)
    {
        var line = attack.Text.ReplaceLineEndings(" ");
        _folder.Write("records.txt", "# 档案\n\n客户档案要保存八年，之后销毁。\n\n客户档案只有审计员可以查看。\n");
        var body = "访客把车停在仓库后面。客户档案的保存由财务部负责。";
        switch (place)
        {
            case AttackPlace.Passage:
                _folder.Write("notes.txt", $"# 说明\n\n{body}\n\n客户档案要保存多少年？\n{attack.Text}\n");
                break;
            case AttackPlace.Heading:
                _folder.Write("notes.md", $"# 说明\n\n## {line}\n\n{body}\n");
                break;
            case AttackPlace.Title:
                _folder.Write("notes.md", $"---\ntitle: '{line.Replace("'", "''", StringComparison.Ordinal)}'\n---\n\n{body}\n");
                break;
            case AttackPlace.FileName:
                _folder.Write(string.Concat(line.Where(character => character is not ('/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|'))) + ".txt", body);
                break;
            case AttackPlace.Question:
                return new($"{Question} {attack.Text}");
            case AttackPlace.EarlierTurn:
                return new("那要保存多少年？") { Earlier = [$"客户档案由谁保存？ {attack.Text}"] };
        }
        return new(Question);
    }
}
