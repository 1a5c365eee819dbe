using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bot.Host.CommandLine;

/// <summary>What <c>eval</c> can be told, and which of it goes together.</summary>
internal sealed class EvalOptions(CommandRunner runner)
{
    public Option<string> Sets { get; } = new("--sets") { Description = "A list of question sets (sets.json).", HelpName = "FILE" };

    public Option<string> Only { get; } = new("--only") { Description = "This set of the list alone.", HelpName = "NAME" };

    public Option<string> Questions { get; } = new("--questions") { Description = "One set's questions, as JSON lines.", HelpName = "FILE" };

    public Option<string> Passages { get; } = new("--passages") { Description = "Its corpus, as JSON lines; or give --documents.", HelpName = "FILE" };

    public Option<string> Explain { get; } = new("--explain") { Description = "Show how the question with this id is answered.", HelpName = "ID" };

    public Option<string> Calibrate { get; } = new("--calibrate")
    {
        Description = "Fit the confidence to the sets and write its table here.",
        HelpName = "FILE",
    };

    public Option<bool> Answers { get; } = new("--answers") { Description = "Score the text of the answers: what the language model makes of the passages, and what it costs." };

    public Option<int> Limit { get; } = new("--limit")
    {
        Description = "With --answers: at most so many questions of a set.",
        HelpName = "N",
        DefaultValueFactory = _ => 100,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Sets, Only, Questions, Passages, Explain, Calibrate, Answers, Limit])
        {
            command.Add(option);
        }
        command.Validators.Add(Validate);
    }

    private void Validate(CommandResult given)
    {
        if (given.GetResult(Sets) is null == given.GetResult(Questions) is null)
        {
            given.AddError("eval takes either --sets FILE or --questions FILE.");
        }
        else if (given.GetResult(Only) is not null && given.GetResult(Sets) is null)
        {
            given.AddError("--only NAME chooses from --sets FILE.");
        }
        else if (given.GetResult(Questions) is not null
            && given.GetResult(Passages) is null == (given.GetResult(runner.Documents) is null or { Implicit: true }))
        {
            given.AddError("eval --questions FILE takes either --passages FILE or --documents DIR.");
        }
        else if (given.GetResult(Sets) is not null && given.GetResult(Passages) is not null)
        {
            given.AddError("--passages FILE belongs to --questions FILE; a list of sets names its own.");
        }
        else if (given.GetValue(Answers) && (given.GetResult(Explain) is not null || given.GetResult(Calibrate) is not null))
        {
            given.AddError("--answers goes with neither --explain nor --calibrate.");
        }
        else if (given.GetResult(Limit) is { Implicit: false } && (!given.GetValue(Answers) || given.GetValue(Limit) < 1))
        {
            given.AddError("--limit N goes with --answers, and is 1 at least.");
        }
        else if (given.GetResult(Explain) is not null && given.GetResult(Calibrate) is not null)
        {
            given.AddError("eval takes --explain ID or --calibrate FILE, not both.");
        }
    }
}
