using Bot.Host.Chat;

namespace Bot.Host.Tests.Chat;

public sealed class EditedLineTests
{
    [Theory]
    [InlineData("中文")]
    [InlineData("a🙂")]
    [InlineData("a👨‍👩‍👧")]
    [InlineData("ae\u0301")]
    [InlineData("a🇨🇳")]
    public void One_step_and_one_deletion_take_what_is_seen_as_one_character(string text)
    {
        var line = EditedLine.EndOf(text);

        Assert.Equal(1, line.Left().Cursor);
        Assert.Equal(line, line.Left().Right());
        Assert.Equal(text[..1], line.DeleteBefore().Text);
        Assert.Equal(text[..1], line.Left().DeleteAfter().Text);
        Assert.Equal(0, line.Left().Left().Left().Cursor);
    }

    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        var line = EditedLine.EndOf("条22603").Home().Right().Insert("款").Insert("第");

        Assert.Equal("条款第22603", line.Text);
        Assert.Equal(3, line.Cursor);
    }

    [Fact]
    public void Words_and_halves_of_the_line_can_be_deleted()
    {
        var line = EditedLine.EndOf("what is SB-1047  ");

        Assert.Equal("what is ", line.DeleteWordBefore().Text);
        Assert.Equal("what ", line.DeleteWordBefore().DeleteWordBefore().Text);
        Assert.Equal(new EditedLine("SB-1047  ", 0), line.WordLeft().DeleteToStart());
        Assert.Equal(new EditedLine("what is ", 8), line.WordLeft().DeleteToEnd());
        Assert.Equal(4, line.Home().WordRight().Cursor);
    }

    [Fact]
    public void Nothing_happens_at_the_ends()
    {
        var empty = EditedLine.Empty;

        Assert.Equal(empty, empty.Left().Right().DeleteBefore().DeleteAfter().DeleteWordBefore().DeleteToEnd().DeleteToStart().WordLeft().WordRight());
    }
}
