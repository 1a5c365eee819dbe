using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Takes the terms of a text, in text order.</summary>
internal interface ITermSink
{
    /// <param name="term">Valid during the call only.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="span">Where it stands in the source text.</param>
    void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span);
}
