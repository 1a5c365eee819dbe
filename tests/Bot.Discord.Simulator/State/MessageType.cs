namespace Bot.Discord.Simulator.State;

/// <summary>Discord's numbers for the message types the simulator makes.</summary>
public enum MessageType
{
    Default = 0,
    Reply = 19,
    ChatInputCommand = 20,
}
