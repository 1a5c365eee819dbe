using System.Text;

namespace Bot.Host.Chat;

/// <summary>
/// Finds pasted text among keys: terminals put it between <c>ESC [ 200 ~</c> and <c>ESC [ 201 ~</c>, so that its line
/// ends don't submit the line. See https://invisible-island.net/xterm/ctlseqs/ctlseqs.html (bracketed paste mode).
/// </summary>
internal sealed class PasteDecoder
{
    public const string Enable = "\u001b[?2004h";
    public const string Disable = "\u001b[?2004l";
    private const string Start = "\u001b[200~";
    private const string End = "\u001b[201~";

    private readonly StringBuilder _pasted = new();
    private int _matched;
    private bool _pasting;

    /// <returns>Null for a key that isn't part of a paste; else what to insert now, which is empty until the paste is complete.</returns>
    public string? Feed(ConsoleKeyInfo key) => _pasting ? FeedPasted(key.KeyChar) : FeedTyped(key.KeyChar);

    private string? FeedTyped(char character)
    {
        if (character != Start[_matched])
        {
            // Something else began like a paste: its printable characters were typed.
            var held = Start[..Math.Max(_matched, 1)][1..];
            _matched = character == Start[0] ? 1 : 0;
            return held.Length == 0 ? (_matched == 1 ? "" : null) : held + (char.IsControl(character) ? "" : character);
        }
        if (++_matched == Start.Length)
        {
            (_matched, _pasting) = (0, true);
        }
        return "";
    }

    private string FeedPasted(char character)
    {
        _pasted.Append(character);
        if (!EndsWith(_pasted, End))
        {
            return "";
        }
        _pasted.Length -= End.Length;
        var text = Clean(_pasted.ToString());
        _pasted.Clear();
        _pasting = false;
        return text;
    }

    private static bool EndsWith(StringBuilder text, string end)
    {
        for (var i = 1; i <= end.Length; i++)
        {
            if (text.Length < i || text[^i] != end[^i])
            {
                return false;
            }
        }
        return true;
    }

    // One question is one line.
    private static string Clean(string text) =>
        string.Concat(text.TrimEnd('\r', '\n').Select(character => char.IsControl(character) ? ' ' : character));
}
