namespace Bot.Host.Chat;

/// <summary>Earlier lines, and the one being written while somebody looks through them.</summary>
internal sealed class LineHistory(IEnumerable<string> earlier)
{
    private readonly List<string> _lines = [.. earlier];
    private int _position = -1;
    private string _draft = "";

    public void Add(string line)
    {
        Leave();
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
        }
    }

    public EditedLine Up(EditedLine current)
    {
        if (_position < 0)
        {
            (_draft, _position) = (current.Text, _lines.Count);
        }
        if (_position == 0)
        {
            return current;
        }
        _position--;
        return EditedLine.EndOf(_lines[_position]);
    }

    public EditedLine Down(EditedLine current)
    {
        if (_position < 0)
        {
            return current;
        }
        _position++;
        if (_position < _lines.Count)
        {
            return EditedLine.EndOf(_lines[_position]);
        }
        var draft = EditedLine.EndOf(_draft);
        Leave();
        return draft;
    }

    private void Leave() => (_draft, _position) = ("", -1);
}
