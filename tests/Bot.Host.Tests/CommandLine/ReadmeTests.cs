using System.Text;
using Bot.Host.Tests.Support;

namespace Bot.Host.Tests.CommandLine;

/// <summary>Runs the README's commands over the seeds.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Command = "dotnet run --project src/Bot.Host";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. ReadCommands()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands), DisableDiscoveryEnumeration = true)]
    public async Task Each_command_works_as_shown(string command)
    {
        var (input, args) = Parse(command);
        input = args.Length == 0 && input.Length == 0 ? "/help\n" : input;
        // Files it names stand in the repository.
        var run = await CommandLineRun.RunAsync(_folder, args, input, currentDirectory: Repository.Root);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", run.Output);
    }

    [Theory]
    [InlineData("""dotnet run --project src/Bot.Host -- ask "what is it?" --json""", "", "ask|what is it?|--json")]
    [InlineData("dotnet run --project src/Bot.Host", "", "")]
    [InlineData("dotnet run -c Release --project src/Bot.Host -- clause '22603(b)'  # a note", "", "clause|22603(b)")]
    [InlineData("echo 'how long?' | dotnet run --project src/Bot.Host -- --json", "how long?\n", "--json")]
    public void A_shell_line_is_read_as_a_shell_would(string line, string input, string args)
    {
        Assert.True(IsCommand(line));
        Assert.Equal((input, args), (Parse(line).Input, string.Join('|', Parse(line).Args)));
    }

    private static IEnumerable<string> ReadCommands()
    {
        var readme = Path.Combine(Repository.Root, "README.md");
        var inShell = false;
        foreach (var line in File.Exists(readme) ? File.ReadAllLines(readme) : [])
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inShell = !inShell && line is "```sh" or "```bash" or "```shell";
            }
            // Scoring every set takes longer than a test may.
            else if (inShell && IsCommand(line) && !line.Contains(" eval ", StringComparison.Ordinal))
            {
                yield return line;
            }
        }
    }

    private static bool IsCommand(string line) => line.Contains("dotnet run", StringComparison.Ordinal) && line.Contains("--project src/Bot.Host", StringComparison.Ordinal);

    private static (string Input, string[] Args) Parse(string line)
    {
        var words = Words(line);
        var pipe = words.IndexOf("|");
        var args = words.IndexOf("--");
        return (pipe < 0 ? "" : string.Join(' ', words[1..pipe]) + "\n", args < 0 ? [] : [.. words[(args + 1)..]]);
    }

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? quote = null;
        foreach (var character in line + " ")
        {
            switch (character)
            {
                case '"' or '\'' when quote is null:
                    quote = character;
                    break;
                case var end when end == quote:
                    quote = null;
                    words.Add(word.ToString());
                    word.Clear();
                    break;
                case '#' when quote is null && word.Length == 0:
                    return words;
                case ' ' when quote is null:
                    if (word.Length > 0)
                    {
                        words.Add(word.ToString());
                    }
                    word.Clear();
                    break;
                default:
                    word.Append(character);
                    break;
            }
        }
        return words;
    }
}
