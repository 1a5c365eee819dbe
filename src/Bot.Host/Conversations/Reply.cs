using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Host.Conversations;

/// <summary>What the bot says, before a chat lays it out. Nothing in it is escaped yet.</summary>
internal sealed record Reply
{
    /// <summary>Of the buttons and what else the adapter says around it.</summary>
    public required TextLanguage Language { get; init; }

    /// <summary>Plain text, with <c>[1]</c> where a citation belongs.</summary>
    public required string Text { get; init; }

    public ImmutableArray<ReplyCitation> Citations { get; init; } = [];

    /// <summary>A remark below everything else.</summary>
    public string? Footer { get; init; }

    /// <summary>Only the asker should see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Set where there are buttons: the passages of the numbered citations, helpful, not helpful.</summary>
    public AnswerId? Answer { get; init; }

    public static Reply Plain(TextLanguage language, string text) => new() { Language = language, Text = text };
}
