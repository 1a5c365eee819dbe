using System.Text.Json.Serialization;
using Bot.Discord.Interactions;
using Bot.Discord.Json;

namespace Bot.Discord.Resources;

/// <summary>
/// A message. In <c>MESSAGE_UPDATE</c> anything but the ids may be absent. Without the message content intent
/// <see cref="Content"/>, <see cref="Embeds"/>, <see cref="Attachments"/> and <see cref="Components"/> are empty, except in
/// direct messages, in messages that mention the bot, and in its own.
/// </summary>
public sealed record Message
{
    public Snowflake Id { get; init; }
    public Snowflake ChannelId { get; init; }

    /// <summary>Absent in direct messages, and in everything REST returns.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>For a webhook's message (<see cref="WebhookId"/> is set) no real account.</summary>
    public User? Author { get; init; }

    /// <summary>The author in this guild; only in gateway events.</summary>
    public Member? Member { get; init; }
    public string Content { get; init => field = value ?? ""; } = "";
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Set when a person edited it; <c>MESSAGE_UPDATE</c> also comes without, when Discord unfolds links or a thread is started.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }
    public MessageType Type { get; init; }
    public MessageFlags Flags { get; init; }
    public Snowflake? WebhookId { get; init; }
    public Snowflake? ApplicationId { get; init; }
    public bool MentionEveryone { get; init; }
    public IReadOnlyList<User> Mentions { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Snowflake> MentionRoles { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Embed> Embeds { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Component> Components { get; init => field = value ?? []; } = [];
    public MessageReference? MessageReference { get; init; }

    /// <summary>The message that is replied to, unless it was deleted or Discord didn't look.</summary>
    public Message? ReferencedMessage { get; init; }

    /// <summary>The thread that was started from this message.</summary>
    public Channel? Thread { get; init; }

    /// <summary>What the sender gave along to recognise it.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Nonce { get; init; }

    /// <summary>Written by a person: not by a bot, a webhook or Discord itself.</summary>
    public bool IsFromPerson => Author is { Bot: false } && WebhookId is null && Type is (MessageType.Default or MessageType.Reply);

    /// <summary>Whether the user is named among the mentions (a reply with its ping counts too).</summary>
    public bool MentionsUser(Snowflake userId) => Mentions.Any(user => user.Id == userId);
}
