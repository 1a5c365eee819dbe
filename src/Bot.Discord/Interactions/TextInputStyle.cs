namespace Bot.Discord.Interactions;

public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}
