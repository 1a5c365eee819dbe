using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>A file as the last build left it: what the next build compares with.</summary>
/// <param name="File">The file, by the path it was found at.</param>
/// <param name="ContentHash">Of its bytes; null where they couldn't be read.</param>
/// <param name="Passages">In text order; empty where the file is quarantined.</param>
/// <param name="Quarantined">The file itself, or lines of it.</param>
internal sealed record IndexedSource(
    SourceFile File, string? ContentHash, ImmutableArray<Passage> Passages, ImmutableArray<QuarantinedSource> Quarantined)
{
    // FAT keeps even seconds; no file system in use is coarser.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(2);

    /// <summary>When its folder was looked through, before it was read. Unknown by default, so that size and time prove nothing.</summary>
    public DateTimeOffset LookedAt { get; init; }

    /// <summary>What made a file unreadable may lie outside of it: a missing program, a permission. So such a file is read each time.</summary>
    private bool IsLeftOut => Passages.IsEmpty && !Quarantined.IsEmpty;

    /// <summary>
    /// Whether size and time say that the file still holds the same bytes. They don't for a file that was written when
    /// it was read or shortly before: a second write within the same step of the file system's clock shows in neither.
    /// </summary>
    public bool IsCertainly(SourceFile now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return !IsLeftOut && ContentHash is not null && File == now && File.Modified < LookedAt - ClockStep;
    }

    /// <summary>Whether reading these bytes again would give the same.</summary>
    public bool IsOf(OpenedSource.Opened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return !IsLeftOut && ContentHash == opened.ContentHash && File.Id == opened.File.Id;
    }
}
