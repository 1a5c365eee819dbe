using Bot.Retrieval.Text;

namespace Bot.Host.Texts;

/// <summary>What the bot itself says in chats. Shared sentences are in <see cref="ConsoleTexts"/>; answers bring their own words.</summary>
internal sealed partial record ConversationTexts
{
    public static ConversationTexts Of(TextLanguage language) => language switch
    {
        TextLanguage.SimplifiedChinese => Simplified,
        TextLanguage.TraditionalChinese => Traditional,
        _ => English,
    };

    /// <summary>What can be asked and how.</summary>
    public required string Help { get; init; }

    /// <summary>The answer could not be made.</summary>
    public required string Failed { get; init; }

    /// <summary>The queue is full.</summary>
    public required string Busy { get; init; }

    /// <summary>The question is too old by now.</summary>
    public required string TooLate { get; init; }

    /// <summary>It can't be written down, so nothing is begun.</summary>
    public required string CannotKeep { get; init; }

    /// <summary>Only admins may.</summary>
    public required string NotAllowed { get; init; }

    /// <summary>The chat kept the words back.</summary>
    public required string Unreadable { get; init; }

    /// <summary>Takes the seconds after which the person may ask again.</summary>
    public required Func<int, string> UserLimited { get; init; }

    /// <summary>Takes the seconds after which anybody may ask again.</summary>
    public required Func<int, string> AllLimited { get; init; }

    /// <summary>Thanks for an opinion.</summary>
    public required string Thanks { get; init; }

    /// <summary>The answer behind a button is forgotten.</summary>
    public required string AnswerForgotten { get; init; }

    /// <summary>The passage isn't in the documents any more; the quote follows.</summary>
    public required string PassageChanged { get; init; }

    /// <summary>On a button; takes the citation's number.</summary>
    public required Func<int, string> ShowPassage { get; init; }

    public required string Helpful { get; init; }

    public required string NotHelpful { get; init; }

    /// <summary>Takes what is being done, and how many of how many are done.</summary>
    public required Func<string, int, int, string> Progress { get; init; }

    /// <summary>More than fits; takes the number left out.</summary>
    public required Func<int, string> More { get; init; }

    /// <summary>The whole text is in the file with this reply.</summary>
    public required string RestInFile { get; init; }

    /// <summary>The lines of the status, in order.</summary>
    public required StatusTexts Status { get; init; }
}

/// <summary>Words of the status. Each takes its values in the order of its name.</summary>
internal sealed record StatusTexts
{
    public required Func<string, int, int, string> Index { get; init; }

    public required string NoIndex { get; init; }

    public required Func<TimeSpan, string> Uptime { get; init; }

    /// <summary>Takes those in work and those waiting.</summary>
    public required Func<int, int, string> Queue { get; init; }

    public required Func<string, string, string> Platform { get; init; }

    public required string Connected { get; init; }

    public required string Connecting { get; init; }

    public required string Stopped { get; init; }

    /// <summary>Takes what is wrong with storing conversations.</summary>
    public required Func<string, string> Storage { get; init; }
}
