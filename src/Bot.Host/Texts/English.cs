using Bot.Retrieval.Indexing;

namespace Bot.Host.Texts;

internal abstract partial class ConsoleTexts
{
    private sealed class English : ConsoleTexts
    {
        public static English Instance { get; } = new();

        public override string Help => """
            Type a question, in English or Chinese. Or:
              /clause REF   the words of a clause, for example /clause 22603(b)
              /sources      the documents, and what could not be read
              /reload       read the documents again
              /help         this list
              /quit         end (so do Ctrl-C and Ctrl-D)
            Arrow keys bring back earlier lines.
            """;

        public override string Goodbye => "Goodbye.";

        public override string NoDocuments => "No document could be read, so there is nothing to ask about.";

        public override string ReloadCancelled => "Reloading was cancelled; the documents from before stay.";

        public override SourcesTexts Sources { get; } = new("Document", "Title", "Date", "Passages", "Clauses", "Left out:", "line {0}");

        public override ReportTexts Report { get; } = new(
            "{0} documents in {1} passages with {2} clauses, in {3}.",
            "Added: {0}", "Changed: {0}", "Removed: {0}", "New clauses: {0}", "Clauses gone: {0}", "Left out:", "Embeddings made: {0}, kept: {1}", "Nothing has changed.");

        public override string Welcome(int documents, int passages) =>
            $"Ready: {documents} documents, {passages} passages. Ask a question; /help lists the commands.";

        public override string Stage(ReloadStage stage) => stage switch
        {
            ReloadStage.Reading => "Reading documents",
            ReloadStage.Embedding => "Embedding passages",
            _ => "Indexing passages",
        };

        public override string Pace(double perSecond, TimeSpan remaining) => Rounded(remaining) switch
        {
            (var minutes, true) => $"{perSecond:0.#}/s, about {minutes} min left",
            (var seconds, _) => $"{perSecond:0.#}/s, about {seconds} s left",
        };

        public override string SoFar(int files, int embeddings, int passages) =>
            $"So far: {files} files read, {embeddings} passages embedded, {passages} indexed.";

        public override string Lines(int start, int end) => start == end ? $"line {start}" : $"lines {start}–{end}";

        public override string UnknownCommand(string name) => $"There is no command {name}; /help lists them.";

        public override string ClauseFound(string canonical, int places) =>
            places == 1 ? $"{canonical}, in one place:" : $"{canonical}, in {places} places:";

        public override string ClauseEnclosing(string canonical) =>
            $"The documents don't have {canonical} itself; they speak of the clause it stands in:";

        public override string ClauseParts(string canonical) => $"The documents don't have {canonical} as a whole; they have parts of it:";

        public override string ClauseAmbiguous(string canonical) => $"Several codes have {canonical}; name the one you mean:";

        public override string ClauseNotFound(string canonical) => $"No document speaks of {canonical}.";

        public override string ClauseMalformed(string reference, string example) => $"“{reference}” can't be read as a clause. Write it like {example}.";

        public override string NearestClauses(string clauses) => $"Nearest that exist: {clauses}";
    }
}
