namespace Bot.Discord.Interactions;

public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
