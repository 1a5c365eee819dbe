using Bot.Host.Chat;

namespace Bot.Host.Tests.Chat;

public sealed class LineEditorTests
{
    private const char Escape = '\u001b';
    private readonly LineEditor _editor = new(new LineHistory(["first", "second"]));

    [Fact]
    public void Typed_characters_make_the_line_and_enter_submits_it()
    {
        Type("客户资料🙂");

        Assert.Equal("客户资料🙂", _editor.Line.Text);
        Assert.Equal(EditResult.Submitted, Press(ConsoleKey.Enter, '\r'));
    }

    [Theory]
    [InlineData('A', 0, "one two")]
    [InlineData('E', 7, "one two")]
    [InlineData('B', 6, "one two")]
    [InlineData('F', 7, "one two")]
    [InlineData('H', 6, "one tw")]
    [InlineData('U', 0, "")]
    [InlineData('W', 4, "one ")]
    [InlineData('K', 7, "one two")]
    [InlineData('P', 6, "second")]
    [InlineData('N', 7, "one two")]
    [InlineData('G', 7, "one two")]
    public void Control_keys_do_what_a_shell_does(char letter, int cursor, string text)
    {
        Type("one two");

        Assert.Equal(EditResult.Editing, Control(letter));

        Assert.Equal(new EditedLine(text, cursor), _editor.Line);
    }

    [Fact]
    public void Control_k_deletes_to_the_end()
    {
        Type("one two");
        Press(ConsoleKey.Home);
        Press(ConsoleKey.RightArrow);
        Control('K');

        Assert.Equal("o", _editor.Line.Text);
    }

    [Fact]
    public void Arrow_keys_walk_through_earlier_lines_and_back_to_the_draft()
    {
        Type("draft");

        Assert.Equal(
            ["second", "first", "first", "second", "draft", "draft"],
            new[] { ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.DownArrow }.Select(key =>
            {
                Press(key);
                return _editor.Line.Text;
            }));
    }

    [Fact]
    public void A_submitted_line_is_remembered_once()
    {
        foreach (var line in new[] { "again", "again", "" })
        {
            _editor.Clear();
            Type(line);
            Press(ConsoleKey.Enter, '\r');
        }
        _editor.Clear();

        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);

        Assert.Equal("second", _editor.Line.Text);
    }

    [Fact]
    public void Control_c_ends_and_control_d_ends_on_an_empty_line_only()
    {
        Assert.Equal(EditResult.Ended, Control('D'));
        Type("ab");
        Press(ConsoleKey.Home);

        Assert.Equal(EditResult.Editing, Control('D'));
        Assert.Equal("b", _editor.Line.Text);
        Assert.Equal(EditResult.Ended, Control('C'));
    }

    [Fact]
    public void Pasted_line_ends_do_not_submit()
    {
        Type("a");
        Type($"{Escape}[200~第一行\r\n第二行\tend\r\n{Escape}[201~");
        Type("b");

        Assert.Equal("a第一行  第二行 endb", _editor.Line.Text);
    }

    [Fact]
    public void What_only_begins_like_a_paste_was_typed()
    {
        Type($"{Escape}x{Escape}[2x{Escape}{Escape}[y");

        Assert.Equal("x[2x[y", _editor.Line.Text);
    }

    [Fact]
    public void Escape_before_enter_still_submits()
    {
        Type($"a{Escape}");

        Assert.Equal(EditResult.Submitted, Press(ConsoleKey.Enter, '\r'));
    }

    private void Type(string text)
    {
        foreach (var character in text)
        {
            Assert.Equal(EditResult.Editing, Press(default, character));
        }
    }

    private EditResult Press(ConsoleKey key, char character = '\0') => _editor.Press(new ConsoleKeyInfo(character, key, shift: false, alt: false, control: false));

    private EditResult Control(char letter) =>
        _editor.Press(new ConsoleKeyInfo((char)(letter - '@'), (ConsoleKey)letter, shift: false, alt: false, control: true));
}
