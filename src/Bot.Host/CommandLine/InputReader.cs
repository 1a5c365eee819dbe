namespace Bot.Host.CommandLine;

/// <summary>Standard input whose lines can be waited for in vain: reading itself can't be cancelled, so it is left behind.</summary>
internal sealed class InputReader(TextReader inner) : TextReader
{
    public override int Peek() => inner.Peek();

    public override int Read() => inner.Read();

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        new(Task.Run(inner.ReadLine, CancellationToken.None).WaitAsync(cancellationToken));
}
