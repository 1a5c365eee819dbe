namespace Bot.Host.Settings;

/// <summary>Who may give admins' commands, beside the administrators of a server.</summary>
internal sealed class AdminSettings
{
    public const string SectionName = "Admin";

    /// <summary>Ids of Discord roles, separated by commas.</summary>
    public string DiscordRoles { get; set; } = "";

    /// <summary>Ids of Discord users, separated by commas.</summary>
    public string DiscordUsers { get; set; } = "";
}
