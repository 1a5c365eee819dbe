namespace Bot.Discord.Gateway;

/// <summary>What becomes of the sessions when the client stops.</summary>
public enum SessionEnding
{
    /// <summary>Kept on Discord's side and on disk: whoever starts within minutes gets all events since. The bot looks online meanwhile.</summary>
    Keep,

    /// <summary>Ended for good: the bot goes offline, later events are lost.</summary>
    End,
}
