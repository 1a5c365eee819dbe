using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Passages;

/// <summary>Hands the clause references of a text to its passages, which must come in text order.</summary>
internal sealed class MentionCursor(ImmutableArray<ClauseMention> mentions)
{
    private readonly ImmutableArray<ClauseMention> _mentions = mentions.IsDefaultOrEmpty ? [] : mentions.Sort((one, other) => one.Span.End.CompareTo(other.Span.End));
    private int _next;

    /// <summary>
    /// The references that end in a passage. One that begins before it, with the code's name on the line above, is cut
    /// to what stands in the passage.
    /// </summary>
    public ImmutableArray<ClauseMention> Within(TextSpan passage)
    {
        while (_next < _mentions.Length && _mentions[_next].Span.End <= passage.Start)
        {
            _next++;
        }
        var found = ImmutableArray.CreateBuilder<ClauseMention>();
        while (_next < _mentions.Length && _mentions[_next].Span.End <= passage.End)
        {
            var mention = _mentions[_next++];
            found.Add(mention.Span.Start >= passage.Start ? mention : mention with { Span = TextSpan.FromBounds(passage.Start, mention.Span.End) });
        }
        return found.DrainToImmutable();
    }
}
