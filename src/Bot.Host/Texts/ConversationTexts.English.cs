namespace Bot.Host.Texts;

internal sealed partial record ConversationTexts
{
    private static readonly ConversationTexts English = new()
    {
        Help = """
            I answer questions about this community's documents, only with quotes that you can check.
            Ask me: mention me, write to me directly, or use /ask. English and Chinese both work.
            In a thread that I opened, just go on asking.
            /clause shows the words of a clause, for example 22603(b).
            /sources lists the documents.
            The buttons under an answer show the whole passage, and tell us whether it helped.
            """,
        Failed = "Something went wrong on my side, so I have no answer to this. The operator can see it in the log. Please ask again in a while.",
        Busy = "Too many questions are waiting at the moment. Please ask again in a minute.",
        TooLate = "I was away when you asked, and too much time has passed since. Please ask again.",
        CannotKeep = "I can't take questions at the moment: my storage doesn't work. The operator can see why in the log.",
        NotAllowed = "Only administrators may do that.",
        Unreadable = "I can't read messages here unless they mention me. Please mention me when you ask.",
        UserLimited = seconds => $"That was a lot of questions. Please ask again in {Seconds(seconds)}.",
        AllLimited = seconds => $"Everybody together is asking more than I can take. Please ask again in {Seconds(seconds)}.",
        Thanks = "Thank you, noted.",
        AnswerForgotten = "That answer is too old, its passages are forgotten. Please ask again.",
        PassageChanged = "The documents have changed since. The quote was:",
        ShowPassage = number => $"Passage {number}",
        Helpful = "Helpful",
        NotHelpful = "Not helpful",
        Progress = (what, done, total) => total > 0 ? $"{what}: {done} of {total}" : $"{what} …",
        More = left => $"… and {left} more",
        RestInFile = "The whole text is in the file.",
        Status = new StatusTexts
        {
            Index = (revision, documents, passages) => $"Index {revision}: {documents} documents, {passages} passages",
            NoIndex = "No index yet",
            Uptime = time => $"Running for {(int)time.TotalDays} d {time.Hours} h {time.Minutes} min",
            Queue = (working, waiting) => $"In work: {working}, waiting: {waiting}",
            Platform = (name, state) => $"{name}: {state}",
            Connected = "connected",
            Connecting = "connecting",
            Stopped = "stopped",
            Storage = problem => $"Conversations can't be stored: {problem}",
        },
    };

    private static string Seconds(int seconds) => seconds == 1 ? "1 second" : $"{seconds} seconds";
}
