using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>What the clause index needs of a document, whatever the others say. Made once, and kept as long as the document is.</summary>
internal sealed class ClauseDocument
{
    private ImmutableArray<CodeMentionInText> _namedInText;

    /// <param name="passages">Of one document; at least one.</param>
    public ClauseDocument(ReadOnlySpan<Passage> passages)
    {
        Passages = InTextOrder(passages);
        Document = Passages[0].Document;
        Outline = ClauseOutline.Of(Document);
        NamedInTitle = [.. CodeMentions.In(Document.Title)];
        WrittenInFull = [.. HeadCodes().Distinct()];
        SurelyNamed = [.. NamedInTitle.Concat(SureNames()).Distinct()];
    }

    /// <summary>The same as one made of the passages, given what was found in them.</summary>
    internal ClauseDocument(
        ImmutableArray<Passage> passages, ClauseOutline outline, ImmutableArray<CodeMentionInText> namedInTitle, ImmutableArray<CodeMentionInText> surelyNamed)
    {
        (Passages, Document, Outline) = (passages, passages[0].Document, outline);
        (NamedInTitle, WrittenInFull, SurelyNamed) = (namedInTitle, [.. HeadCodes().Distinct()], surelyNamed);
    }

    public Document Document { get; }

    /// <summary>In text order.</summary>
    public ImmutableArray<Passage> Passages { get; }

    public ClauseOutline Outline { get; }

    public ImmutableArray<CodeMentionInText> NamedInTitle { get; }

    // Only few documents are asked.
    public ImmutableArray<CodeMentionInText> NamedInText =>
        _namedInText.IsDefault ? _namedInText = [.. CodeMentions.In(Document.Text)] : _namedInText;

    /// <summary>Codes by the names that title and headings write in full.</summary>
    public ImmutableArray<CodeMentionInText> WrittenInFull { get; }

    /// <summary>Codes whose names are known to start and end where they do.</summary>
    public ImmutableArray<CodeMentionInText> SurelyNamed { get; }

    public bool NamesCodes => !WrittenInFull.IsEmpty || !SurelyNamed.IsEmpty;

    /// <summary>Equal are documents that name the same codes in the same order.</summary>
    public static IEqualityComparer<ClauseDocument> ByCodes { get; } = EqualityComparer<ClauseDocument>.Create(
        static (left, right) => ReferenceEquals(left, right)
            || (left is not null && right is not null && left.WrittenInFull.SequenceEqual(right.WrittenInFull) && left.SurelyNamed.SequenceEqual(right.SurelyNamed)));

    /// <summary>Whether it was made of these very passages.</summary>
    public bool IsOf(ReadOnlySpan<Passage> passages)
    {
        var same = passages.Length == Passages.Length;
        for (var i = 0; same && i < passages.Length; i++)
        {
            same = ReferenceEquals(passages[i], Passages[i]);
        }
        return same;
    }

    private static ImmutableArray<Passage> InTextOrder(ReadOnlySpan<Passage> passages) =>
        [.. passages.ToArray().OrderBy(passage => passage.Span.Start)];

    private IEnumerable<CodeMentionInText> HeadCodes()
    {
        if (Outline.OwnCode is { } own)
        {
            yield return own;
        }
        foreach (var clause in Outline.Clauses.Where(clause => clause.Reference.Code is not null))
        {
            yield return new(clause.Reference.Code!, clause.Reference.CodeName ?? clause.Reference.Code!);
        }
    }

    private IEnumerable<CodeMentionInText> SureNames() =>
        Passages.SelectMany(passage => passage.ClauseMentions)
            .Where(IsSureOfName)
            .Select(mention => mention.References[0])
            .Select(reference => new CodeMentionInText(reference.Code!, reference.CodeName ?? reference.Code!));

    // A Chinese name outside 《》 has no sure start.
    private static bool IsSureOfName(ClauseMention mention) =>
        mention.Scope == CodeScope.Named
        && mention.References[0].Code is { } code
        && (!Characters.IsHan(code[^1]) || mention.CodeCandidate?[0] is '《' or '〈');
}
