using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Searching;

/// <summary>What someone asks.</summary>
public sealed record Question
{
    /// <summary>Longest text that is looked at, in UTF-16 code units; what follows is ignored.</summary>
    public const int MaximumLength = 4000;

    public Question(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Language = LanguageDetector.Detect(text);
    }

    public string Text { get; }

    public TextLanguage Language { get; init; }

    /// <summary>The documents the asker may see; null means all.</summary>
    public FrozenSet<DocumentId>? Documents { get; init; }

    /// <summary>What was asked before in the same conversation, oldest first; a follow-up is understood by it.</summary>
    public ImmutableArray<string> Earlier { get; init; } = [];

    /// <summary>The same asker's question in other words: language and documents stay, the conversation is in the words now.</summary>
    internal Question WithText(string text) => new(text) { Language = Language, Documents = Documents };
}
