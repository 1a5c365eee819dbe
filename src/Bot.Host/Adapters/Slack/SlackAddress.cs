using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Slack.WebApi;

namespace Bot.Host.Adapters.Slack;

/// <summary>Where a reply goes on Slack, as the inbox keeps it.</summary>
internal sealed record SlackAddress
{
    public required SlackReplyWay Way { get; init; }

    public required string Channel { get; init; }

    /// <summary>The person.</summary>
    public required string User { get; init; }

    /// <summary>The person's team, which a growing message must know.</summary>
    public string? Team { get; init; }

    /// <summary>The first message of the thread that the reply belongs into, or null for none.</summary>
    public string? Thread { get; init; }

    /// <summary>The message that is replied to, or null for a command or a press.</summary>
    public string? Message { get; init; }

    /// <summary>Whether only the bot and the person read the channel.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Good for 30 minutes, and then worth nothing.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Good for three seconds.</summary>
    public string? Trigger { get; init; }

    public static SlackAddress Read(string stored) => JsonSerializer.Deserialize(stored, SlackAddressJson.Default.SlackAddress)!;

    public string Write() => JsonSerializer.Serialize(this, SlackAddressJson.Default.SlackAddress);

    public ResponseUrl? Response() => Bot.Slack.WebApi.ResponseUrl.From(ResponseUrl);

    // The response URL stays out of logs.
    public override string ToString() => $"{Way} in {Channel}";
}

/// <summary>How a reply gets to Slack. The names stand in the database.</summary>
internal enum SlackReplyWay
{
    /// <summary>As a message, in the thread where there is one.</summary>
    Post,

    /// <summary>For the one who gave a command.</summary>
    Command,

    /// <summary>For the one who pressed a button, beside the message it is on.</summary>
    Press,

    /// <summary>For all, in the place of a private answer.</summary>
    Share,

    /// <summary>In a modal.</summary>
    Modal,

    /// <summary>Not at all: nothing is expected.</summary>
    Silent,
}

[JsonSerializable(typeof(SlackAddress))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
internal sealed partial class SlackAddressJson : JsonSerializerContext;
