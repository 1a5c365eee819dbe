using Bot.Benchmarks.Compare;
using Bot.Benchmarks.Kernels;

// dotnet run --project bench/Bot.Benchmarks -c Release -- compare|kernels …: README.md says what they print.
const int BadUsage = 2;
const int Interrupted = 130;
using var interrupted = new CancellationTokenSource();
// Once lets go what the figure in work wrote and started; twice ends all.
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};
switch (args)
{
    case ["compare", .. var rest]:
        var (options, problem) = CompareOptions.Parse(rest);
        if (options is null)
        {
            Console.Error.WriteLine($"{problem} {CompareOptions.Usage}");
            return BadUsage;
        }
        try
        {
            await CompareCommand.RunAsync(options, interrupted.Token);
            return 0;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return Interrupted;
        }

    case ["kernels", .. var rest]:
        KernelsCommand.Run(rest);
        return 0;
    default:
        Console.Error.WriteLine($"{CompareOptions.Usage}, or kernels [--filter *]");
        return BadUsage;
}
