using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Takes the terms of a text with what they weigh.</summary>
internal interface IWeighedTermSink
{
    /// <param name="term">Valid during the call.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="weight">For ranking; above 0.</param>
    /// <param name="certainty">What missing it says against a passage, whatever the term means.</param>
    /// <param name="span">Where it stands in the text.</param>
    void Add(ReadOnlySpan<char> term, TermKind kind, double weight, double certainty, TextSpan span);
}
