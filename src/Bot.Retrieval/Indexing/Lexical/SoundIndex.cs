using Bot.Retrieval.Indexing.Segments;

namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>The names in Latin letters that an index's passages write, by how they sound.</summary>
internal sealed class SoundIndex(LexicalIndex index)
{
    /// <summary>The index terms of the names that sound so, in the order in which the passages write them.</summary>
    public IReadOnlyList<int> Find(string key)
    {
        var found = new List<(int Passage, int Rank, string Word, int Term)>();
        for (var segment = 0; segment < index.Segments.Length; segment++)
        {
            var view = index.Segments[segment];
            foreach (var name in view.Segment.Names.Find(key))
            {
                if (First(view.Segment.Names.Occurrences(name), segment) is (>= 0 and var passage, var rank))
                {
                    found.Add((passage, rank, view.Segment.Names.Word(name).ToString(), view.Terms.NumberOf(view.Segment.Names.Term(name))));
                }
            }
        }
        // A word counts as the term that it was first part of.
        return [.. found.Order().DistinctBy(name => name.Word).Select(name => name.Term).Distinct()];
    }

    private (int Passage, int Rank) First(ReadOnlySpan<NameOccurrence> occurrences, int segment)
    {
        foreach (var (place, rank) in occurrences)
        {
            if (index.Layout.Number(segment, place) is not SegmentLayout.Removed and var passage)
            {
                return (passage, rank);
            }
        }
        return (SegmentLayout.Removed, 0);
    }
}
