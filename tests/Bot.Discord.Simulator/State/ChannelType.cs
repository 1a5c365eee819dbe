namespace Bot.Discord.Simulator.State;

/// <summary>Discord's numbers for the channel types the simulator knows.</summary>
public enum ChannelType
{
    GuildText = 0,
    DirectMessage = 1,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
}
