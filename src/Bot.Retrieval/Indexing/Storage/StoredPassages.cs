using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The passages of a stored snapshot. Immutable and thread-safe.</summary>
internal sealed class StoredPassages : IPassageTable
{
    private const string RowsName = "passages/rows";
    private const string SentencesName = "passages/sentences";
    private const string MentionsName = "passages/mentions";
    private const string MentionReferencesName = "passages/mention-references";

    private readonly StoredStrings _strings;
    private readonly StoredHeadingPaths _headingPaths;
    private readonly StoredReferences _references;
    private readonly ReadOnlyMemory<PassageRow> _rows;
    private readonly ReadOnlyMemory<StoredSpan> _sentences;
    private readonly ReadOnlyMemory<MentionRow> _mentions;
    private readonly ReadOnlyMemory<int> _mentionReferences;
    private readonly ImmutableArray<Document> _documents;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredPassages(ISectionReader reader, StoredStrings strings, StoredReferences references, StoredDocuments documents)
    {
        (_strings, _references, _headingPaths) = (strings, references, new(reader, strings));
        _rows = reader.Read<PassageRow>(RowsName);
        _sentences = reader.Read<StoredSpan>(SentencesName);
        (_mentions, _mentionReferences) = (reader.Read<MentionRow>(MentionsName), reader.Read<int>(MentionReferencesName));
        Columns.Require(!_rows.IsEmpty && !_mentions.IsEmpty && Columns.AreOf(_mentionReferences.Span, references.Count), MentionsName);
        InParts.Run(_rows.Length - 1, (start, end) => Check(start, end, documents));
        InParts.Run(_mentions.Length - 1, CheckMentions);
        _documents = InParts.Make(documents.Count, i => new Document(documents, i));
        All = Make();
    }

    public ImmutableArray<Passage> All { get; }

    public ImmutableArray<Document> Documents => _documents;

    public ReadOnlySpan<PassageRow> Rows => _rows.Span;

    public static void Save(ISectionWriter writer, StringPool strings, ReferencePool references, ImmutableArray<Passage> passages, ImmutableArray<Document> documents)
    {
        var documentNumbers = Numbers.Of(documents);
        var headingPaths = new HeadingPathPool(strings);
        var rows = new PassageRow[passages.Length + 1];
        var sentences = new List<StoredSpan>();
        var mentions = new List<MentionRow>();
        var mentionReferences = new List<int>();
        for (var i = 0; i < passages.Length; i++)
        {
            var passage = passages[i];
            ref var row = ref rows[i];
            (row.Id, row.Document, row.Span) = (strings.Add(passage.Id.Value), documentNumbers[passage.Document], StoredSpan.Of(passage.Span));
            row.HeadingPath = headingPaths.Add(passage.HeadingPath);
            sentences.AddRange(passage.Sentences.Select(StoredSpan.Of));
            foreach (var mention in passage.ClauseMentions)
            {
                mentions.Add(new()
                {
                    Span = StoredSpan.Of(mention.Span),
                    IsTentative = mention.IsTentative ? 1 : 0,
                    Scope = (int)mention.Scope,
                    CodeCandidate = strings.Add(mention.CodeCandidate),
                    References = mentionReferences.Count,
                });
                mentionReferences.AddRange(mention.References.Select(references.Add));
            }
            (rows[i + 1].Sentences, rows[i + 1].Mentions) = (sentences.Count, mentions.Count);
        }
        mentions.Add(new() { References = mentionReferences.Count });
        headingPaths.Save(writer);
        writer.Write<PassageRow>(RowsName, rows);
        writer.Write<StoredSpan>(SentencesName, CollectionsMarshal.AsSpan(sentences));
        writer.Write<MentionRow>(MentionsName, CollectionsMarshal.AsSpan(mentions));
        writer.Write<int>(MentionReferencesName, CollectionsMarshal.AsSpan(mentionReferences));
    }

    public PassageId Id(int passage) => new(_strings[_rows.Span[passage].Id]);


    public ImmutableArray<string> HeadingPath(int passage) => _headingPaths[_rows.Span[passage].HeadingPath];

    public ImmutableArray<TextSpan> Sentences(int passage) =>
        [.. MemoryMarshal.Cast<StoredSpan, TextSpan>(_sentences.Span[_rows.Span[passage].Sentences.._rows.Span[passage + 1].Sentences])];

    public ImmutableArray<ClauseMention> ClauseMentions(int passage)
    {
        var (start, end) = (_rows.Span[passage].Mentions, _rows.Span[passage + 1].Mentions);
        var mentions = ImmutableArray.CreateBuilder<ClauseMention>(end - start);
        for (var i = start; i < end; i++)
        {
            ref readonly var row = ref _mentions.Span[i];
            var references = ImmutableArray.CreateBuilder<ClauseReference>();
            foreach (var reference in _mentionReferences.Span[row.References.._mentions.Span[i + 1].References])
            {
                references.Add(_references[reference]);
            }
            mentions.Add(new(row.Span.ToSpan(), references.ToImmutable())
            {
                IsTentative = row.IsTentative != 0,
                Scope = (CodeScope)row.Scope,
                CodeCandidate = _strings.OrNull(row.CodeCandidate),
            });
        }
        return mentions.MoveToImmutable();
    }

    private ImmutableArray<Passage> Make()
    {
        var made = new Passage[_rows.Length - 1];
        InParts.Run(made.Length, (start, end) =>
        {
            var rows = _rows.Span;
            for (var i = start; i < end; i++)
            {
                made[i] = new(this, i, _documents[rows[i].Document], rows[i].Span.ToSpan());
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }

    private void Check(int start, int end, StoredDocuments documents)
    {
        var rows = _rows.Span;
        var sentences = _sentences.Span;
        var mentions = _mentions.Span;
        var textLengths = documents.TextLengths;
        for (var i = start; i < end; i++)
        {
            ref readonly var row = ref rows[i];
            ref readonly var next = ref rows[i + 1];
            Columns.Require(
                _strings.Has(row.Id)
                && Columns.IsOf(row.Document, textLengths.Length)
                && Columns.IsWithin(row.Span, textLengths[row.Document])
                && Columns.IsOf(row.HeadingPath, _headingPaths.Count)
                && Columns.IsStretch(row.Sentences, next.Sentences, sentences.Length)
                && Columns.IsStretch(row.Mentions, next.Mentions, mentions.Length - 1),
                RowsName);
            var length = textLengths[row.Document];
            foreach (var sentence in sentences[row.Sentences..next.Sentences])
            {
                Columns.Require(Columns.IsWithin(sentence, length), SentencesName);
            }
            foreach (ref readonly var mention in mentions[row.Mentions..next.Mentions])
            {
                Columns.Require(Columns.IsWithin(mention.Span, length), MentionsName);
            }
        }
    }

    private void CheckMentions(int start, int end)
    {
        var mentions = _mentions.Span;
        for (var i = start; i < end; i++)
        {
            ref readonly var mention = ref mentions[i];
            Columns.Require(
                Enum.IsDefined((CodeScope)mention.Scope)
                && _strings.HasOrNone(mention.CodeCandidate)
                && Columns.IsStretch(mention.References, mentions[i + 1].References, _mentionReferences.Length),
                MentionsName);
        }
    }
}
