using System.Collections.Immutable;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The documents of a stored snapshot. Immutable and thread-safe.</summary>
internal sealed class StoredDocuments : IDocumentTable
{
    private const string RowsName = "documents/rows";
    private const string TextName = "documents/text";
    private const string HeadingsName = "documents/headings";
    private const string CleanedName = "documents/cleaned-starts";
    private const string RawName = "documents/raw-starts";
    private const string LinesName = "documents/line-starts";

    private readonly StoredStrings _strings;
    private readonly ReadOnlyMemory<DocumentRow> _rows;
    private readonly ReadOnlyMemory<HeadingRow> _headings;
    private readonly ReadOnlyMemory<char> _text;
    private readonly ReadOnlyMemory<int> _cleaned;
    private readonly ReadOnlyMemory<int> _raw;
    private readonly ReadOnlyMemory<int> _lines;
    private readonly int[] _textLengths;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredDocuments(ISectionReader reader, StoredStrings strings)
    {
        _strings = strings;
        _rows = reader.Read<DocumentRow>(RowsName);
        _headings = reader.Read<HeadingRow>(HeadingsName);
        _text = reader.Read<char>(TextName);
        (_cleaned, _raw, _lines) = (reader.Read<int>(CleanedName), reader.Read<int>(RawName), reader.Read<int>(LinesName));
        Columns.Require(!_rows.IsEmpty && _cleaned.Length == _raw.Length, RowsName);
        _textLengths = new int[_rows.Length - 1];
        InParts.Run(Count, Check);
    }

    public int Count => _textLengths.Length;

    /// <summary>In characters, by document.</summary>
    public ReadOnlySpan<int> TextLengths => _textLengths;

    public static void Save(SectionFileWriter writer, StringPool strings, ImmutableArray<Document> documents)
    {
        var rows = new DocumentRow[documents.Length + 1];
        var headings = new List<HeadingRow>();
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            ref var row = ref rows[i];
            (row.Id, row.Title, row.Revision) = (strings.Add(document.Id.Value), strings.Add(document.Title), strings.Add(document.Revision));
            (row.Author, row.Link, row.RecordId) = (strings.Add(document.Author), strings.Add(document.Link?.OriginalString), strings.Add(document.RecordId));
            (row.Day, row.FirstLine) = (document.Date?.DayNumber ?? StoredStrings.None, document.Source.FirstLine);
            headings.AddRange(document.Headings.Select(heading => new HeadingRow(StoredSpan.Of(heading.Span), heading.Level, strings.Add(heading.Text))));
            ref var next = ref rows[i + 1];
            (next.Headings, next.Text) = (headings.Count, row.Text + document.Characters.Length);
            next.Runs = checked(row.Runs + document.Source.CleanedStarts.Length);
            next.Lines = checked(row.Lines + document.Source.RawLineStarts.Length);
        }
        writer.Write<DocumentRow>(RowsName, rows);
        writer.Write<HeadingRow>(HeadingsName, [.. headings]);
        writer.Write(TextName, documents.Select(document => document.Characters));
        writer.Write(CleanedName, documents.Select(document => document.Source.CleanedStarts));
        writer.Write(RawName, documents.Select(document => document.Source.RawStarts));
        writer.Write(LinesName, documents.Select(document => document.Source.RawLineStarts));
    }

    public DocumentId Id(int document) => new(_strings[_rows.Span[document].Id]);

    public string Title(int document) => _strings[_rows.Span[document].Title];

    public string Revision(int document) => _strings[_rows.Span[document].Revision];

    public string? Author(int document) => _strings.OrNull(_rows.Span[document].Author);

    public Uri? Link(int document) => Uri.TryCreate(_strings.OrNull(_rows.Span[document].Link), UriKind.Absolute, out var link) ? link : null;

    public string? RecordId(int document) => _strings.OrNull(_rows.Span[document].RecordId);

    public DateOnly? Date(int document) => _rows.Span[document].Day is not StoredStrings.None and var day ? DateOnly.FromDayNumber(day) : null;

    public ReadOnlyMemory<char> Text(int document) => _text.Slice((int)_rows.Span[document].Text, _textLengths[document]);

    public SourceMap Source(int document)
    {
        ref readonly var row = ref _rows.Span[document];
        ref readonly var next = ref _rows.Span[document + 1];
        return new(_cleaned[row.Runs..next.Runs].ToArray(), _raw[row.Runs..next.Runs].ToArray(), _lines[row.Lines..next.Lines].ToArray(), row.FirstLine);
    }

    public ImmutableArray<Heading> Headings(int document)
    {
        var rows = _headings.Span[_rows.Span[document].Headings.._rows.Span[document + 1].Headings];
        var headings = ImmutableArray.CreateBuilder<Heading>(rows.Length);
        foreach (ref readonly var row in rows)
        {
            headings.Add(new(row.Span.ToSpan(), row.Level, _strings[row.Text]));
        }
        return headings.MoveToImmutable();
    }

    private void Check(int start, int end)
    {
        var rows = _rows.Span;
        for (var i = start; i < end; i++)
        {
            ref readonly var row = ref rows[i];
            ref readonly var next = ref rows[i + 1];
            Columns.Require(
                _strings.Has(row.Id) && _strings.Has(row.Title) && _strings.Has(row.Revision)
                && _strings.HasOrNone(row.Author) && _strings.HasOrNone(row.RecordId)
                && _strings.HasOrNone(row.Link)
                && row.Day >= StoredStrings.None && row.Day <= DateOnly.MaxValue.DayNumber
                && Columns.IsStretch(row.Text, next.Text, _text.Length)
                && Columns.IsStretch(row.Headings, next.Headings, _headings.Length)
                && Columns.IsStretch(row.Runs, next.Runs, _cleaned.Length)
                && Columns.IsStretch(row.Lines, next.Lines, _lines.Length),
                RowsName);
            _textLengths[i] = (int)(next.Text - row.Text);
            foreach (ref readonly var heading in _headings.Span[row.Headings..next.Headings])
            {
                Columns.Require(Columns.IsWithin(heading.Span, _textLengths[i]) && _strings.Has(heading.Text), HeadingsName);
            }
            CheckStarts(_cleaned.Span[row.Runs..next.Runs], CleanedName);
            CheckStarts(_lines.Span[row.Lines..next.Lines], LinesName);
            Columns.Require(!_raw.Span[row.Runs..next.Runs].ContainsAnyExceptInRange(0, int.MaxValue), RawName);
        }
    }

    private static void CheckStarts(ReadOnlySpan<int> starts, string section) =>
        Columns.Require(starts.Length > 0 && starts[0] == 0 && Columns.IsAscending(starts), section);
}
