using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A source in the file. What it has several of ends where that of the next row starts; the last row ends them all.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct SourceRow
{
    /// <summary>In bytes.</summary>
    public long Length;

    /// <summary>In ticks, as its offset is.</summary>
    public long Modified;
    public long ModifiedOffset;

    /// <summary>In ticks of universal time.</summary>
    public long LookedAt;

    // Numbers of strings.
    public int Id;
    public int FullPath;
    public int ContentHash;

    public int Passages;
    public int Quarantined;

    /// <summary>Fills up to a multiple of the longest field.</summary>
    public int Unused;
}
