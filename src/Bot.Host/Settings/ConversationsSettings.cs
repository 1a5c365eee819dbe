namespace Bot.Host.Settings;

/// <summary>How conversations in chats are held.</summary>
internal sealed class ConversationsSettings
{
    public const string SectionName = "Conversations";

    /// <summary>Questions one person may ask within a minute; 0 for any number.</summary>
    public int QuestionsPerUserPerMinute { get; set; } = 10;

    /// <summary>Questions all may ask within a minute; 0 for any number.</summary>
    public int QuestionsPerMinute { get; set; } = 600;

    /// <summary>Answers made at once; 0 for one a processor core.</summary>
    public int ConcurrentAnswers { get; set; }

    /// <summary>Messages being worked on or waiting; further ones are told to come back later.</summary>
    public int QueueLimit { get; set; } = 1000;

    /// <summary>How long making one answer may take, in seconds.</summary>
    public double AnswerTimeoutSeconds { get; set; } = 60;

    /// <summary>An older question isn't answered any more; its asker is told so.</summary>
    public double MaximumAgeMinutes { get; set; } = 15;

    /// <summary>Earlier questions of a conversation that a follow-up may lean on.</summary>
    public int RememberedQuestions { get; set; } = 4;

    /// <summary>How long questions are kept for that.</summary>
    public double MemoryHours { get; set; } = 24;

    /// <summary>How long the buttons under an answer work, opinions are kept, and threads are followed.</summary>
    public double KeepDays { get; set; } = 30;

    /// <summary>How long answers in the making may take when the bot stops; what isn't done then is taken up at the next start.</summary>
    public double ShutdownSeconds { get; set; } = 15;
}
