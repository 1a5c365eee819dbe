using System.Collections.Immutable;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Passages;

/// <summary>Cuts a document into passages that cover every visible character of its text, headings apart.</summary>
public interface IPassageSplitter
{
    ImmutableArray<Passage> Split(Document document);
}
