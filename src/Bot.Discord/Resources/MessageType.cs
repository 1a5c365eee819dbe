namespace Bot.Discord.Resources;

/// <summary>What made a message. Only these four are written by people or in answer to their commands; others arrive as their number.</summary>
public enum MessageType
{
    Default = 0,
    Reply = 19,
    ChatInputCommand = 20,
    ContextMenuCommand = 23,
}
