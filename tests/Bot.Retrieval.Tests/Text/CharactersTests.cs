using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Text;

public sealed class CharactersTests
{
    [Theory]
    [InlineData('法')]
    [InlineData('龿')]
    [InlineData('㐀')]
    [InlineData('\uF900')]
    [InlineData('〇')]
    public void Han_is_Han_and_no_word_character(char character)
    {
        Assert.True(Characters.IsHan(character));
        Assert.False(Characters.IsWordCharacter(character));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('Z')]
    [InlineData('7')]
    [InlineData('é')]
    [InlineData('ｂ')]
    [InlineData('か')]
    public void Letters_and_digits_are_word_characters_and_no_Han(char character)
    {
        Assert.True(Characters.IsWordCharacter(character));
        Assert.False(Characters.IsHan(character));
    }

    [Theory]
    [InlineData('。')]
    [InlineData('-')]
    [InlineData(' ')]
    [InlineData('\uD83D')]
    public void Marks_and_halves_are_neither(char character)
    {
        Assert.False(Characters.IsWordCharacter(character));
        Assert.False(Characters.IsHan(character));
    }
}
