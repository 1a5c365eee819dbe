using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>
/// A document in the file. What it has several of starts where its row says and ends where the next row's starts; the last
/// row stands for no document and ends them all.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct DocumentRow
{
    /// <summary>Of its text, in characters.</summary>
    public long Text;

    // Numbers of strings.
    public int Id;
    public int Title;
    public int Revision;
    public int Author;
    public int Link;
    public int RecordId;

    /// <summary>The date's day number, or -1.</summary>
    public int Day;

    public int FirstLine;
    public int Headings;
    public int Runs;
    public int Lines;

    /// <summary>Fills up to a multiple of the longest field.</summary>
    public int Unused;
}
