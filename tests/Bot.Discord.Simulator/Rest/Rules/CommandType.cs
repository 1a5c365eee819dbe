namespace Bot.Discord.Simulator.Rest.Rules;

internal enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
