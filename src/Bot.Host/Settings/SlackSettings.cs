namespace Bot.Host.Settings;

/// <summary>The bot on Slack.</summary>
internal sealed class SlackSettings
{
    public const string SectionName = "Slack";

    public const string Agent = "agent";
    public const string Assistant = "assistant";
    public const string None = "none";

    public const string Answer = "answer";
    public const string Refuse = "refuse";

    public const string Auto = "auto";
    public const string Off = "off";

    /// <summary>The bot token, <c>xoxb-…</c>; empty, with <see cref="AppToken"/>, for not on Slack.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app-level token, <c>xapp-…</c>.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>The address of the Web API; those of the sockets come from there.</summary>
    public string ApiBaseAddress { get; set; } = "https://slack.com/api/";

    /// <summary>Sockets held at once.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>
    /// How people talk to the app: <see cref="Agent"/> in its Messages tab, <see cref="Assistant"/> in the older split
    /// pane, <see cref="None"/> in plain direct messages.
    /// </summary>
    public string View { get; set; } = Agent;

    /// <summary>What people of other organisations get in shared channels: <see cref="Answer"/> or <see cref="Refuse"/>.</summary>
    public string Outsiders { get; set; } = Refuse;

    /// <summary>Whether an answer may grow as it is made: <see cref="Auto"/> where Slack can, or <see cref="Off"/>.</summary>
    public string Streaming { get; set; } = Auto;

    /// <summary>Asks Slack to recycle sockets early, to try out the reconnecting.</summary>
    public bool DebugReconnects { get; set; }
}
