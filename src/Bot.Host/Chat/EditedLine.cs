using System.Globalization;

namespace Bot.Host.Chat;

/// <summary>A line being written, and where the next character goes. The cursor never stands inside what is seen as one character.</summary>
internal sealed record EditedLine(string Text, int Cursor)
{
    public static EditedLine Empty { get; } = new("", 0);

    private string Before => Text[..Cursor];

    private string After => Text[Cursor..];

    public static EditedLine EndOf(string text) => new(text, text.Length);

    public EditedLine Insert(string text) => new(Before + text + After, Cursor + text.Length);

    public EditedLine Left() => this with { Cursor = Previous() };

    public EditedLine Right() => this with { Cursor = Next() };

    public EditedLine Home() => this with { Cursor = 0 };

    public EditedLine End() => this with { Cursor = Text.Length };

    public EditedLine WordLeft() => this with { Cursor = WordStart() };

    public EditedLine WordRight() => this with { Cursor = WordEnd() };

    public EditedLine DeleteBefore() => DeleteFrom(Previous());

    public EditedLine DeleteAfter() => this with { Text = Before + Text[Next()..] };

    public EditedLine DeleteWordBefore() => DeleteFrom(WordStart());

    public EditedLine DeleteToStart() => DeleteFrom(0);

    public EditedLine DeleteToEnd() => this with { Text = Before };

    private EditedLine DeleteFrom(int start) => new(Text[..start] + After, start);

    private int Previous() => Array.FindLast(StringInfo.ParseCombiningCharacters(Text), start => start < Cursor);

    private int Next() => Cursor == Text.Length ? Cursor : Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
        }
        return start;
    }

    private int WordEnd()
    {
        var end = Cursor;
        while (end < Text.Length && char.IsWhiteSpace(Text[end]))
        {
            end++;
        }
        while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
        {
            end++;
        }
        return end;
    }
}
