using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>A line that starts with a number which may be a section's.</summary>
/// <param name="Start">Where the line starts in its text.</param>
/// <param name="Levels">The number: 3.1.2 has three levels.</param>
/// <param name="HeadingLevel">The level that the document's markup gives the line, from 1; 0 where it is no heading.</param>
/// <param name="IsTitle">Whether it reads like one: short, and no sentence.</param>
/// <param name="Reference">The section it would open.</param>
internal sealed record NumberedHead(int Start, ImmutableArray<int> Levels, int HeadingLevel, bool IsTitle, ClauseReference Reference)
{
    public bool IsHeading => HeadingLevel > 0;

    public bool IsInside(NumberedHead other) =>
        Levels.Length > other.Levels.Length && Levels.AsSpan()[..other.Levels.Length].SequenceEqual(other.Levels.AsSpan());

    /// <summary>Whether an outline goes on like that: 3.1 leads to 3.1.1, 3.2 and 4.1.</summary>
    public bool LeadsTo(NumberedHead next)
    {
        if (next.IsInside(this))
        {
            return next.Levels.Length == Levels.Length + 1 && next.Levels[^1] == 1;
        }
        var same = 0;
        while (same < Levels.Length && same < next.Levels.Length && Levels[same] == next.Levels[same])
        {
            same++;
        }
        return same < Levels.Length
            && same < next.Levels.Length
            && next.Levels[same] == Levels[same] + 1
            && next.Levels.AsSpan()[(same + 1)..].IndexOfAnyExcept(1) < 0;
    }

    /// <summary>Whether another part that starts later ends this section: any for a plain line, a heading's equals and betters for a heading.</summary>
    public bool EndsAt(LineBreak other) => !IsHeading || (other.Level > 0 && other.Level <= HeadingLevel);

    public bool Equals(NumberedHead? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Start;
}
