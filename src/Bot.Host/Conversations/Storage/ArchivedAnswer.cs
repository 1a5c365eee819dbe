using System.Collections.Immutable;
using Bot.Retrieval.Answering;

namespace Bot.Host.Conversations.Storage;

/// <summary>What the buttons under an answer need to know.</summary>
internal sealed record ArchivedAnswer(AnswerId Id, ImmutableArray<ArchivedCitation> Citations);

/// <summary>A numbered citation, and the passage it was taken from.</summary>
internal sealed record ArchivedCitation(int Number, string Passage, string Title, string Document, int StartLine, int EndLine, string Quote)
{
    public static ArchivedCitation Of(Citation citation) => new(
        citation.Number, citation.Passage.Id.Value, citation.Title, citation.DocumentName, citation.StartLine, citation.EndLine, citation.Quote);
}
