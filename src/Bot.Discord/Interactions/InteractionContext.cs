namespace Bot.Discord.Interactions;

/// <summary>Where an interaction can be made.</summary>
public enum InteractionContext
{
    Guild = 0,
    BotDirectMessage = 1,
    PrivateChannel = 2,
}
