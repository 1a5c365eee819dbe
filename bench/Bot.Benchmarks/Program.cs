using Bot.Benchmarks.Compare;
using Bot.Benchmarks.Kernels;

// dotnet run --project bench/Bot.Benchmarks -c Release -- compare|kernels …: README.md says what they print.
const int BadUsage = 2;
switch (args)
{
    case ["compare", .. var rest]:
        var (options, problem) = CompareOptions.Parse(rest);
        if (options is null)
        {
            Console.Error.WriteLine($"{problem} {CompareOptions.Usage}");
            return BadUsage;
        }
        await CompareCommand.RunAsync(options, CancellationToken.None);
        return 0;
    case ["kernels", .. var rest]:
        KernelsCommand.Run(rest);
        return 0;
    default:
        Console.Error.WriteLine($"{CompareOptions.Usage}, or kernels [--filter *]");
        return BadUsage;
}
