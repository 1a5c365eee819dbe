namespace Bot.Retrieval.Indexing.Lexical;

/// <summary>Where a segment's passages stand in a merged one.</summary>
internal sealed class MergedPlaces
{
    /// <param name="all">By place, ascending, or −1 for what is left out.</param>
    public MergedPlaces(int[] all)
    {
        All = all;
        IsStretch = !all.Contains(-1) && (all.Length == 0 || all[^1] - all[0] == all.Length - 1);
    }

    public int[] All { get; }

    /// <summary>Whether they stand one behind the other, none left out.</summary>
    public bool IsStretch { get; }

    /// <summary>Where the first of a stretch stands.</summary>
    public int First => All.Length == 0 ? 0 : All[0];
}
