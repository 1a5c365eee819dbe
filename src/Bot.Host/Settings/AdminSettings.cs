namespace Bot.Host.Settings;

/// <summary>Who may give admins' commands, beside the administrators of a server.</summary>
internal sealed class AdminSettings
{
    public const string SectionName = "Admin";

    /// <summary>Ids of Discord roles, separated by commas.</summary>
    public string DiscordRoles { get; set; } = "";

    /// <summary>Ids of Discord users, separated by commas.</summary>
    public string DiscordUsers { get; set; } = "";

    /// <summary>Ids of Slack users, separated by commas.</summary>
    public string SlackUsers { get; set; } = "";

    /// <summary>Whether admins and owners of the Slack workspace may too.</summary>
    public bool SlackWorkspaceAdmins { get; set; } = true;
}
