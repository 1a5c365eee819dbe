using System.Collections.Immutable;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Passages;

/// <summary>
/// Cuts a document into passages, in text order, that cover every sentence with a letter or digit in it. Headings stand in
/// the passages' paths instead; one with nothing under it is a passage itself.
/// </summary>
public interface IPassageSplitter
{
    ImmutableArray<Passage> Split(Document document);
}
