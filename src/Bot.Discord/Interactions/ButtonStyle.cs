namespace Bot.Discord.Interactions;

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens a link and makes no interaction.</summary>
    Link = 5,
}
