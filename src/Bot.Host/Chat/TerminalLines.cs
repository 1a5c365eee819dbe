namespace Bot.Host.Chat;

/// <summary>Lines written at a terminal, with editing and history.</summary>
internal sealed class TerminalLines : ILineSource
{
    private const string Prompt = "> ";

    private readonly TextWriter _output;
    private readonly IKeyboard _keyboard;
    private readonly HistoryFile _file;
    private readonly LineEditor _editor;

    public TerminalLines(TextWriter output, IKeyboard keyboard, HistoryFile file)
    {
        (_output, _keyboard, _file) = (output, keyboard, file);
        _editor = new LineEditor(new LineHistory(file.Load()));
    }

    /// <summary>Editing moves the cursor about; a terminal that can't gets plain lines.</summary>
    public static bool AreSupported => Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb") || OperatingSystem.IsWindows();

    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        _editor.Clear();
        // At the prompt Ctrl-C is a key; while an answer is made it is the signal.
        using var raw = new RawKeys(_output);
        while (true)
        {
            Write(LineView.Draw(Prompt, _editor.Line, raw.Columns));
            var result = await _keyboard.ReadAsync(cancellationToken) is { } key ? _editor.Press(key) : EditResult.Ended;
            if (result != EditResult.Editing)
            {
                Write(LineView.Draw(Prompt, _editor.Line.End(), raw.Columns) + "\n");
                return result == EditResult.Submitted ? Remember(_editor.Line.Text) : null;
            }
        }
    }

    private string Remember(string line)
    {
        _file.Append(line);
        return line;
    }

    private void Write(string text)
    {
        _output.Write(text);
        _output.Flush();
    }
}
