namespace Bot.Host.Settings;

/// <summary>The bot on Discord.</summary>
internal sealed class DiscordSettings
{
    public const string SectionName = "Discord";

    public const string Thread = "thread";
    public const string Reply = "reply";
    public const string Channel = "channel";

    public const string Auto = "auto";
    public const string On = "on";
    public const string Off = "off";

    /// <summary>The bot's token; empty for not on Discord.</summary>
    public string Token { get; set; } = "";

    /// <summary>Discord's REST address; the gateway's comes from there.</summary>
    public string ApiBaseAddress { get; set; } = "https://discord.com/api/v10/";

    /// <summary>Where answers to questions in a server's channel go: <see cref="Thread"/>, <see cref="Reply"/> or <see cref="Channel"/>.</summary>
    public string AnswerIn { get; set; } = Thread;

    /// <summary>Whether to ask for the message content intent: <see cref="Auto"/> does where the developer portal grants it.</summary>
    public string MessageContent { get; set; } = Auto;

    /// <summary>Ids of servers that get the commands at once, separated by commas; empty for everywhere.</summary>
    public string CommandServers { get; set; } = "";

    /// <summary>Shards in all; 0 for as many as Discord recommends.</summary>
    public int ShardCount { get; set; }

    /// <summary>The shards that this process runs, separated by commas; empty for all.</summary>
    public string ShardIds { get; set; } = "";

    /// <summary>Discord's limit of REST calls in a second for this bot; large bots get more than the usual 50.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Whether the gateway compresses what it sends.</summary>
    public bool Compress { get; set; }
}
