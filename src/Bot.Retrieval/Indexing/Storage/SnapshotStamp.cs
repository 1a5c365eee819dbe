using System.Runtime.InteropServices;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>What a stored snapshot was made with. Where one of them is another now, it would be made otherwise now.</summary>
/// <param name="Program">The code that reads and analyses texts, and the runtime beneath it.</param>
/// <param name="Lexicon">The dictionary.</param>
/// <param name="Model">The embedding model.</param>
/// <param name="Options">The settings that decide what is read.</param>
/// <param name="Sources">The folders.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SnapshotStamp(Hash128 Program, Hash128 Lexicon, Hash128 Model, Hash128 Options, Hash128 Sources)
{
    /// <summary>One part, from what tells it from others.</summary>
    public static Hash128 Part(params IEnumerable<string> values) =>
        SectionFileFormat.Hash(MemoryMarshal.AsBytes(string.Join('\0', values).AsSpan()));

    /// <summary>What is different now, as the end of a sentence about the file; null where nothing is.</summary>
    public string? DifferenceFrom(SnapshotStamp now) =>
        Program != now.Program ? "another version of the program wrote it"
        : Lexicon != now.Lexicon ? "it was made with another dictionary"
        : Model != now.Model ? "it was made with another embedding model"
        : Options != now.Options ? "it was made with other settings"
        : Sources != now.Sources ? "it is of another folder of documents"
        : null;
}
