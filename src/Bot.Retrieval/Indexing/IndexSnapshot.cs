using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing.Lexical;
using Bot.Retrieval.Indexing.Segments;
using Bot.Retrieval.Indexing.Vectors;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>Everything search needs, immutable.</summary>
public sealed class IndexSnapshot
{
    private IReadOnlyDictionary<string, IndexedSource> _sources = new Dictionary<string, IndexedSource>();
    private string? _glossaryHash;
    private SegmentLayout _layout = SegmentLayout.Empty;
    private LexicalIndex _lexical = LexicalIndex.Empty;
    private VectorIndex _vectors = VectorIndex.Empty;

    /// <summary>No documents: what is there before the first build.</summary>
    public static IndexSnapshot Empty { get; } = new();

    /// <summary>Hash of what was indexed; the same documents give the same revision. Empty string for <see cref="Empty"/>.</summary>
    public string Revision { get; internal init; } = "";

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<Document> Documents { get; internal init; } = [];

    /// <summary>In the order of their documents and places.</summary>
    public ImmutableArray<Passage> Passages { get; internal init; } = [];

    /// <summary>Files, and lines of files, that were left out, with the reason.</summary>
    public ImmutableArray<QuarantinedSource> Quarantined { get; internal init; } = [];

    /// <summary>Which segment keeps which passage.</summary>
    internal SegmentLayout Layout
    {
        get => _layout;
        init => _layout = value;
    }

    internal LexicalIndex Lexical
    {
        get => _lexical;
        init => _lexical = value;
    }

    /// <summary>Where each clause stands.</summary>
    public ClauseIndex Clauses
    {
        get => field ??= LaterClauses!.Value;
        internal init;
    } = ClauseIndex.Empty;

    /// <summary>Set where the clauses are made when they are first asked for; <see cref="Clauses"/> is null then.</summary>
    internal Lazy<ClauseIndex>? LaterClauses { get; init; }

    /// <summary>How many clauses are known.</summary>
    internal int ClauseCount
    {
        get => field >= 0 ? field : Clauses.All.Length;
        init;
    } = -1;

    /// <summary>The admins' own equivalences, as the seeds folder has them.</summary>
    internal Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>Of the bytes of the glossary's file; null where there is none.</summary>
    internal string? GlossaryHash
    {
        get => _glossaryHash;
        init => _glossaryHash = value;
    }

    /// <summary>The files it was built from, by full path.</summary>
    internal IReadOnlyDictionary<string, IndexedSource> Sources
    {
        get => _sources;
        init => _sources = value;
    }

    /// <summary>By id; the first where several have one.</summary>
    internal IReadOnlyDictionary<PassageId, int> PassageNumbers => field ??= PassageLists.NumbersOf(Passages);

    internal VectorIndex Vectors
    {
        get => _vectors;
        init => _vectors = value;
    }

    /// <summary>The passage with that id, or null where this snapshot has none.</summary>
    public Passage? Find(PassageId id) => PassageNumbers.TryGetValue(id, out var number) ? Passages[number] : null;

    /// <summary>Whether any segment of words goes on from the other.</summary>
    internal bool SharesWordsWith(IndexSnapshot other) =>
        Lexical.Segments.Any(view => other.Lexical.Segments.Any(before => before.Segment == view.Segment));

    /// <summary>The same index of files that were only looked at again.</summary>
    internal IndexSnapshot With(IReadOnlyDictionary<string, IndexedSource> sources, string? glossaryHash)
    {
        var copy = (IndexSnapshot)MemberwiseClone();
        (copy._sources, copy._glossaryHash) = (sources, glossaryHash);
        return copy;
    }

    /// <summary>The same index, kept in other segments.</summary>
    internal IndexSnapshot With(SegmentLayout layout, LexicalIndex lexical, VectorIndex vectors)
    {
        var copy = (IndexSnapshot)MemberwiseClone();
        (copy._layout, copy._lexical, copy._vectors) = (layout, lexical, vectors);
        return copy;
    }
}
