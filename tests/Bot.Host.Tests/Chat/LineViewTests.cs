using Bot.Host.Chat;

namespace Bot.Host.Tests.Chat;

public sealed class LineViewTests
{
    private const string ToEnd = "\u001b[K";

    [Fact]
    public void Wide_characters_move_the_cursor_two_columns()
    {
        Assert.Equal($"\r> 中文ab{ToEnd}\u001b[9G", LineView.Draw("> ", EditedLine.EndOf("中文ab"), columns: 20));
        Assert.Equal($"\r> 中文ab{ToEnd}\u001b[5G", LineView.Draw("> ", new EditedLine("中文ab", 1), columns: 20));
    }

    [Fact]
    public void A_long_line_moves_sideways_so_that_the_cursor_is_seen()
    {
        Assert.Equal($"\r> 67890{ToEnd}\u001b[8G", LineView.Draw("> ", EditedLine.EndOf("1234567890"), columns: 8));
        Assert.Equal($"\r> 12345{ToEnd}\u001b[3G", LineView.Draw("> ", EditedLine.EndOf("1234567890").Home(), columns: 8));
        Assert.Equal($"\r> 四五{ToEnd}\u001b[7G", LineView.Draw("> ", EditedLine.EndOf("一二三四五"), columns: 8));
    }

    [Fact]
    public void What_would_steer_the_terminal_is_not_drawn()
    {
        Assert.Equal($"\r> a�b�{ToEnd}\u001b[7G", LineView.Draw("> ", EditedLine.EndOf("a\u202Eb\uD800"), columns: 20));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("中（a）", 7)]
    [InlineData("한글かな", 8)]
    [InlineData("🙂", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u200B", 0)]
    [InlineData("𠮷", 2)]
    public void Width_is_counted_in_columns(string text, int columns) => Assert.Equal(columns, TextWidth.Of(text));
}
