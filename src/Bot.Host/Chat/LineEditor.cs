namespace Bot.Host.Chat;

/// <summary>What pressing a key came to.</summary>
internal enum EditResult
{
    Editing,
    Submitted,
    Ended,
}

/// <summary>Turns keys into a line, the way a shell's prompt does. Knows no terminal.</summary>
internal sealed class LineEditor(LineHistory history)
{
    private readonly PasteDecoder _paste = new();

    public EditedLine Line { get; private set; } = EditedLine.Empty;

    public EditResult Press(ConsoleKeyInfo key)
    {
        var pasted = _paste.Feed(key);
        if (pasted is not null)
        {
            Line = pasted.Length == 0 ? Line : Line.Insert(pasted);
            return EditResult.Editing;
        }
        if (key is { Key: ConsoleKey.Enter } or { KeyChar: '\r' or '\n' })
        {
            history.Add(Line.Text);
            return EditResult.Submitted;
        }
        if (IsControl(key, 'C') || (IsControl(key, 'D') && Line.Text.Length == 0))
        {
            return EditResult.Ended;
        }
        Line = Edit(key);
        return EditResult.Editing;
    }

    public void Clear() => Line = EditedLine.Empty;

    private EditedLine Edit(ConsoleKeyInfo key) => key switch
    {
        { Key: ConsoleKey.LeftArrow, Modifiers: ConsoleModifiers.Control } => Line.WordLeft(),
        { Key: ConsoleKey.RightArrow, Modifiers: ConsoleModifiers.Control } => Line.WordRight(),
        { Key: ConsoleKey.B, Modifiers: ConsoleModifiers.Alt } => Line.WordLeft(),
        { Key: ConsoleKey.F, Modifiers: ConsoleModifiers.Alt } => Line.WordRight(),
        { Key: ConsoleKey.LeftArrow } => Line.Left(),
        { Key: ConsoleKey.RightArrow } => Line.Right(),
        { Key: ConsoleKey.Home } => Line.Home(),
        { Key: ConsoleKey.End } => Line.End(),
        { Key: ConsoleKey.UpArrow } => history.Up(Line),
        { Key: ConsoleKey.DownArrow } => history.Down(Line),
        { Key: ConsoleKey.Delete } => Line.DeleteAfter(),
        { Key: ConsoleKey.Backspace } => Line.DeleteBefore(),
        _ when char.IsControl(key.KeyChar) => EditByControl(key),
        { Modifiers: ConsoleModifiers.Alt } => Line,
        _ => Line.Insert(key.KeyChar.ToString()),
    };

    private EditedLine EditByControl(ConsoleKeyInfo key) => (char)(key.KeyChar + '@') switch
    {
        'A' => Line.Home(),
        'B' => Line.Left(),
        'D' => Line.DeleteAfter(),
        'E' => Line.End(),
        'F' => Line.Right(),
        'H' or '\u00BF' => Line.DeleteBefore(),
        'K' => Line.DeleteToEnd(),
        'N' => history.Down(Line),
        'P' => history.Up(Line),
        'U' => Line.DeleteToStart(),
        'W' => Line.DeleteWordBefore(),
        _ => Line,
    };

    private static bool IsControl(ConsoleKeyInfo key, char letter) => key.KeyChar == letter - '@';
}
