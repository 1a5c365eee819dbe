using Bot.Host.CommandLine;
using Bot.Host.CommandLine.Views;

namespace Bot.Host.Tests.CommandLine;

public sealed class ProgressBarTests
{
    [Fact]
    public async Task At_a_terminal_it_moves_while_the_work_goes_on()
    {
        using var error = new StringWriter();
        var looks = 0;
        var work = new TaskCompletionSource();

        await ProgressBar.ShowAsync(
            Output(error, terminal: true),
            () =>
            {
                if (++looks == 3)
                {
                    work.SetResult();
                }
                return ("Reading [documents]", looks, 3);
            },
            work.Task,
            TimeProvider.System);

        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task Nothing_is_shown_for_what_is_done_at_once_or_where_nobody_looks()
    {
        using var error = new StringWriter();

        await ProgressBar.ShowAsync(Output(error, terminal: true), () => ("", 0, 0), Task.CompletedTask, TimeProvider.System);
        await ProgressBar.ShowAsync(Output(error, terminal: false), () => ("", 0, 0), new TaskCompletionSource().Task, TimeProvider.System);

        Assert.Empty(error.ToString());
    }

    private static CommandOutput Output(StringWriter error, bool terminal) =>
        new(new StandardStreams(TextReader.Null, TextWriter.Null, error) { OutputIsTerminal = terminal, ErrorIsTerminal = terminal }, json: false);
}
