using System.Collections.Immutable;

namespace Bot.Retrieval.Documents;

/// <summary>The block of metadata that a text may start with.</summary>
/// <param name="BodyStart">Where the text behind it starts in the raw text; 0 where there is no such block.</param>
/// <param name="Metadata">What it says.</param>
/// <param name="Problems">What in it could not be used.</param>
internal sealed record FrontMatter(int BodyStart, DocumentMetadata Metadata, ImmutableArray<FrontMatterProblem> Problems)
{
    public static FrontMatter Absent { get; } = new(0, DocumentMetadata.None, []);
}

/// <param name="Line">In the raw text, counted from 1.</param>
/// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
internal sealed record FrontMatterProblem(int Line, string Reason);
