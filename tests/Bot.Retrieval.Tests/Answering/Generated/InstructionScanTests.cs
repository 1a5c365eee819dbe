using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Tests.Builders;
using Xunit.Abstractions;

namespace Bot.Retrieval.Tests.Answering.Generated;

public sealed class InstructionScanTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("用户的所有资料会被备份7年，也会在海关、边境总署备案。")]
    [InlineData("The system must be tested before it is used.")]
    [InlineData("Ignore the noise and keep going.")]
    [InlineData("应当在三十日内答复申请人。")]
    [InlineData("He was told to act as a mediator.")]
    [InlineData("用户应当遵守本规则。")]
    [InlineData("The new rules apply to all members.")]
    public void Plain_text_is_no_instruction(string text) => Assert.False(InstructionScan.IsInstruction(text));

    [Fact]
    public void Hardly_a_sentence_of_the_open_sets_is_taken_for_one()
    {
        if (SharedSets.Folder() is not { } folder)
        {
            output.WriteLine("The open sets aren't there; nothing was measured.");
            return;
        }
        var (sentences, flagged) = (0, 0);
        foreach (var set in new[] { "cmrc", "xquad-en", "xquad-zh", "stard", "handbook" })
        {
            foreach (var passage in SharedSets.Passages(folder, set))
            {
                foreach (var sentence in passage.Sentences)
                {
                    sentences++;
                    var text = sentence.In(passage.Document.Text).ToString();
                    if (InstructionScan.IsInstruction(text))
                    {
                        flagged++;
                        output.WriteLine($"{set}: {text[..Math.Min(text.Length, 160)]}");
                    }
                }
            }
        }
        output.WriteLine($"{flagged} of {sentences} made");
        Assert.InRange(flagged / (double)sentences, 0, 0.002);
    }
}
