namespace Bot.Host.Chat;

/// <summary>While this lives, the terminal sends Ctrl-C and pasted text as keys.</summary>
internal sealed class RawKeys : IDisposable
{
    private const int UsualColumns = 80;

    private readonly TextWriter _output;
    private readonly bool _isTerminal = !Console.IsInputRedirected;

    public RawKeys(TextWriter output)
    {
        _output = output;
        if (_isTerminal)
        {
            Console.TreatControlCAsInput = true;
        }
        _output.Write(PasteDecoder.Enable);
    }

    public int Columns => _isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : UsualColumns;

    public void Dispose()
    {
        _output.Write(PasteDecoder.Disable);
        _output.Flush();
        if (_isTerminal)
        {
            Console.TreatControlCAsInput = false;
        }
    }
}
