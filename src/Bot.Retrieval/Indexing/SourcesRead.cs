using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>What came of reading the sources.</summary>
internal abstract record SourcesRead
{
    private SourcesRead() { }

    /// <param name="Sources">Each file.</param>
    /// <param name="LeftOut">What was left out before it was opened.</param>
    /// <param name="Glossary">The admins' equivalences; the last snapshot's own where they are the same.</param>
    internal sealed record Read(ImmutableArray<IndexedSource> Sources, ImmutableArray<QuarantinedSource> LeftOut, SeedsGlossary Glossary) : SourcesRead
    {
        /// <summary>Of all files, in their order.</summary>
        public ImmutableArray<Passage> Passages { get; } = [.. Sources.SelectMany(source => source.Passages)];

        /// <summary>Everything that is left out, in the order of ids and lines.</summary>
        public ImmutableArray<QuarantinedSource> Quarantined { get; } =
            [.. LeftOut.Concat(Sources.SelectMany(source => source.Quarantined)).OrderBy(source => source.Id).ThenBy(source => source.Line)];

        /// <summary>The last snapshot where nothing of it has changed, looking at the files as they were found now; else null.</summary>
        public IndexSnapshot? Unchanged(IndexSnapshot previous)
        {
            ArgumentNullException.ThrowIfNull(previous);
            if (previous == IndexSnapshot.Empty || !ReferenceEquals(Glossary.Glossary, previous.Glossary) || !HasPassagesOf(previous) || !Quarantined.SequenceEqual(previous.Quarantined))
            {
                return null;
            }
            return Glossary.ContentHash == previous.GlossaryHash && Sources.Length == previous.Sources.Count && Sources.All(source => previous.Sources.TryGetValue(source.File.FullPath, out var known) && ReferenceEquals(known, source))
                ? previous
                : previous.With(ByPath(), Glossary.ContentHash);
        }

        /// <summary>The files by full path; the first where several sources lead to one.</summary>
        public Dictionary<string, IndexedSource> ByPath()
        {
            var byPath = new Dictionary<string, IndexedSource>(Sources.Length);
            foreach (var source in Sources)
            {
                byPath.TryAdd(source.File.FullPath, source);
            }
            return byPath;
        }

        // An unchanged file hands on its passages themselves.
        private bool HasPassagesOf(IndexSnapshot previous)
        {
            var same = Passages.Length == previous.Passages.Length;
            for (var i = 0; same && i < Passages.Length; i++)
            {
                same = ReferenceEquals(Passages[i], previous.Passages[i]);
            }
            return same;
        }
    }

    internal sealed record Failed(string Reason) : SourcesRead;
}
