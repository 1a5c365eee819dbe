using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Tests.Indexing.Storage;

/// <summary>Compares two snapshots, part by part, so that a failure says which.</summary>
internal static class SnapshotAssert
{
    /// <param name="expected">What it is to be.</param>
    /// <param name="actual">What it is.</param>
    /// <param name="isBuiltAgain">Whether the files may have been looked at at other times, and vectors scaled once more.</param>
    public static void Same(IndexSnapshot expected, IndexSnapshot actual, bool isBuiltAgain = false)
    {
        Assert.Equal(expected.Revision, actual.Revision);
        Assert.Equal(expected.Documents.Length, actual.Documents.Length);
        Assert.All(expected.Documents.Zip(actual.Documents), pair => Same(pair.First, pair.Second));
        Assert.Equal(expected.Passages.Length, actual.Passages.Length);
        Assert.All(expected.Passages.Zip(actual.Passages), pair => Same(pair.First, pair.Second));
        Assert.Equal(Places(expected), Places(actual));
        Assert.Equal(expected.Quarantined.AsEnumerable(), actual.Quarantined.AsEnumerable());
        Assert.Equal(expected.Glossary.Groups.Select(group => group.Terms.AsEnumerable()), actual.Glossary.Groups.Select(group => group.Terms.AsEnumerable()));
        Assert.Equal(expected.GlossaryHash, actual.GlossaryHash);
        Assert.Equal(expected.PassageNumbers.OrderBy(entry => entry.Value), actual.PassageNumbers.OrderBy(entry => entry.Value));
        SameSources(expected, actual, isBuiltAgain);
        SameClauses(expected, actual);
        SameVectors(expected, actual, isBuiltAgain ? 6 : 9);
    }

    // Which document a passage is of, as an object.
    private static IEnumerable<int> Places(IndexSnapshot snapshot) =>
        snapshot.Passages.Select(passage => snapshot.Documents.IndexOf(passage.Document, 0, ReferenceEqualityComparer.Instance));

    private static void Same(Document expected, Document actual)
    {
        Assert.Equal(
            (expected.Id, expected.Title, expected.Text, expected.Revision, expected.Date, expected.Author, expected.Link, expected.RecordId),
            (actual.Id, actual.Title, actual.Text, actual.Revision, actual.Date, actual.Author, actual.Link, actual.RecordId));
        Assert.Equal(expected.Headings.AsEnumerable(), actual.Headings.AsEnumerable());
        Assert.Equal(expected.Text, actual.Characters.ToString());
        for (var i = 0; i <= expected.Text.Length; i++)
        {
            Assert.Equal((expected.Source.RawOffsetAt(i), expected.Source.LineAt(i)), (actual.Source.RawOffsetAt(i), actual.Source.LineAt(i)));
        }
    }

    private static void Same(Passage expected, Passage actual)
    {
        Assert.Equal((expected.Id, expected.Span, expected.Text), (actual.Id, actual.Span, actual.Text));
        Assert.Equal(expected.HeadingPath.AsEnumerable(), actual.HeadingPath.AsEnumerable());
        Assert.Equal(expected.Sentences.AsEnumerable(), actual.Sentences.AsEnumerable());
        Assert.Equal(expected.ClauseMentions.Length, actual.ClauseMentions.Length);
        Assert.All(expected.ClauseMentions.Zip(actual.ClauseMentions), pair =>
        {
            var (before, after) = pair;
            Assert.Equal((before.Span, before.IsTentative, before.Scope, before.CodeCandidate), (after.Span, after.IsTentative, after.Scope, after.CodeCandidate));
            Assert.Equal(before.References.AsEnumerable(), after.References.AsEnumerable());
            Assert.Equal(before.References.Select(reference => reference.FullName), after.References.Select(reference => reference.FullName));
        });
    }

    private static void SameSources(IndexSnapshot expected, IndexSnapshot actual, bool isBuiltAgain)
    {
        Assert.Equal(expected.Sources.Keys, actual.Sources.Keys);
        Assert.All(expected.Sources, entry =>
        {
            var (before, after) = (entry.Value, actual.Sources[entry.Key]);
            Assert.Equal((before.File, before.File.Modified.Offset, before.ContentHash), (after.File, after.File.Modified.Offset, after.ContentHash));
            Assert.True(isBuiltAgain || before.LookedAt == after.LookedAt);
            Assert.Equal(before.Quarantined.AsEnumerable(), after.Quarantined.AsEnumerable());
            Assert.Equal(before.Passages.Select(passage => passage.Id), after.Passages.Select(passage => passage.Id));
            Assert.All(after.Passages, passage => Assert.Contains(passage, actual.Passages, ReferenceEqualityComparer.Instance));
        });
    }

    private static void SameClauses(IndexSnapshot expected, IndexSnapshot actual)
    {
        Assert.Equal(expected.ClauseCount, actual.ClauseCount);
        Assert.Equal(expected.Clauses.All.AsEnumerable(), actual.Clauses.All.AsEnumerable());
        Assert.Equal(expected.Clauses.All.Select(clause => clause.FullName), actual.Clauses.All.Select(clause => clause.FullName));
        Assert.All(expected.Clauses.All, clause =>
        {
            Assert.Equivalent(Summary(expected.Clauses.Find(clause)), Summary(actual.Clauses.Find(clause)), strict: true);
            Assert.Equivalent(Summary(expected.Clauses.Find(clause.Canonical)), Summary(actual.Clauses.Find(clause.Canonical)), strict: true);
            Assert.Equivalent(Summary(expected.Clauses.Find(clause.FullName)), Summary(actual.Clauses.Find(clause.FullName)), strict: true);
        });
    }

    private static string Summary(ClauseLookupResult result) => result switch
    {
        ClauseLookupResult.Found found => $"found {string.Join('|', found.Matches.Select(Summary))}",
        ClauseLookupResult.Enclosing enclosing => $"enclosing {enclosing.AreParts} {string.Join('|', enclosing.Matches.Select(Summary))}",
        ClauseLookupResult.Ambiguous ambiguous => $"ambiguous {string.Join('|', ambiguous.Choices.Select(choice => choice.FullName))}",
        ClauseLookupResult.NotFound missing => $"missing {string.Join('|', missing.Nearest.Select(near => near.FullName))}",
        _ => result.ToString(),
    };

    private static string Summary(ClauseMatch match) => $"{match.Reference.FullName} {match.Passage.Id} {match.Quote.Start}+{match.Quote.Length} {match.IsOwnText} {match.Text}";

    private static void SameVectors(IndexSnapshot expected, IndexSnapshot actual, int digits)
    {
        Assert.Equal((expected.Vectors.Model, expected.Vectors.Dimensions, expected.Vectors.Count), (actual.Vectors.Model, actual.Vectors.Dimensions, actual.Vectors.Count));
        Assert.All(Enumerable.Range(0, expected.Vectors.Count), i =>
            Assert.All(expected.Vectors[i].ToArray().Zip(actual.Vectors[i].ToArray()), pair => Assert.Equal(pair.First, pair.Second, digits)));
    }
}
