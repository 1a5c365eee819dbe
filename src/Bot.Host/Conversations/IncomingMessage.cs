using Bot.Retrieval.Text;

namespace Bot.Host.Conversations;

/// <summary>One message or click that is meant for the bot, as every chat delivers it. It can be written down and read again.</summary>
internal sealed record IncomingMessage
{
    public required EventKey Event { get; init; }

    public required ConversationKey Conversation { get; init; }

    /// <summary>The chat's id of the person.</summary>
    public required string Author { get; init; }

    public required Request Request { get; init; }

    /// <summary>Whether the person may give admins' commands; the chat's adapter has checked it.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>The person's language, where the chat tells it; else the language of what they wrote.</summary>
    public TextLanguage? Language { get; init; }

    /// <summary>
    /// Whether the chat shows the person that something is awaited (a command, a click), so that silence would look like a
    /// failure.
    /// </summary>
    public bool IsAwaited { get; init; }

    /// <summary>Where the reply goes, in the adapter's own words: nobody else reads it.</summary>
    public required string Address { get; init; }

    /// <summary>When the bot first saw it, by its own clock: the chat's may be off.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The language to speak.</summary>
    public TextLanguage SpokenLanguage() => Language ?? LanguageDetector.Detect(Request switch
    {
        Request.Ask ask => ask.Text,
        Request.Clause clause => clause.Reference,
        _ => "",
    });
}
