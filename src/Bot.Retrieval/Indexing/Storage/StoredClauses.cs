using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The clause index of a stored snapshot: checked when it is loaded, made when it is first asked for.</summary>
internal sealed class StoredClauses
{
    private const string CountName = "clauses/count";
    private const string CodeNamesName = "clauses/code-names";
    private const string CodeKeysName = "clauses/code-keys";
    private const string DocumentsName = "clauses/documents";
    private const string PassagesName = "clauses/passages";
    private const string TitleCodesName = "clauses/named-in-titles";
    private const string SureCodesName = "clauses/surely-named";
    private const string OwnName = "clauses/own";
    private const string MatchesName = "clauses/matches";
    private const string MentionsName = "clauses/mentions";

    private readonly StoredStrings _strings;
    private readonly StoredReferences _references;
    private readonly StoredDocuments _documents;
    private readonly StoredPassages _passages;
    private readonly ReadOnlyMemory<CodeRow> _codeNames;
    private readonly ReadOnlyMemory<CodeRow> _codeKeys;
    private readonly ReadOnlyMemory<ClauseDocumentRow> _rows;
    private readonly ReadOnlyMemory<int> _passageNumbers;
    private readonly ReadOnlyMemory<CodeRow> _titleCodes;
    private readonly ReadOnlyMemory<CodeRow> _sureCodes;
    private readonly ReadOnlyMemory<OwnClauseRow> _own;
    private readonly ReadOnlyMemory<ClauseMatchRow> _matches;
    private readonly ReadOnlyMemory<ClauseMentionRow> _mentions;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredClauses(ISectionReader reader, StoredStrings strings, StoredReferences references, StoredDocuments documents, StoredPassages passages)
    {
        (_strings, _references, _documents, _passages) = (strings, references, documents, passages);
        (_codeNames, _codeKeys) = (Codes(reader, CodeNamesName), Codes(reader, CodeKeysName));
        (_titleCodes, _sureCodes) = (Codes(reader, TitleCodesName), Codes(reader, SureCodesName));
        (_rows, _passageNumbers) = (reader.Read<ClauseDocumentRow>(DocumentsName), reader.Read<int>(PassagesName));
        (_own, _matches, _mentions) = (reader.Read<OwnClauseRow>(OwnName), reader.Read<ClauseMatchRow>(MatchesName), reader.Read<ClauseMentionRow>(MentionsName));
        Columns.Require(!_rows.IsEmpty && !_own.IsEmpty, DocumentsName);
        Columns.Require(Columns.AreOf(_passageNumbers.Span, passages.All.Length), PassagesName);
        InParts.Run(_rows.Length - 1, CheckDocuments);
        InParts.Run(_own.Length - 1, CheckOwn);
        InParts.Run(_matches.Length, CheckMatches);
        InParts.Run(_mentions.Length, CheckMentions);
        Count = reader.Read<int>(CountName).Span is [>= 0 and var count] ? count : throw new InvalidDataException($"its “{CountName}” doesn't fit the rest");
    }

    /// <summary>Of clauses.</summary>
    public int Count { get; }

    public static void Save(ISectionWriter writer, StringPool strings, ReferencePool references, ClauseIndex clauses, ImmutableArray<Passage> passages)
    {
        var numbers = Numbers.Of(passages);
        var rows = new List<ClauseDocumentRow>();
        var passageNumbers = new List<int>();
        var (titleCodes, sureCodes) = (new List<CodeRow>(), new List<CodeRow>());
        var (own, matches, mentions) = (new List<OwnClauseRow>(), new List<ClauseMatchRow>(), new List<ClauseMentionRow>());
        foreach (var document in clauses.Join.Documents)
        {
            var source = document.Source;
            rows.Add(new()
            {
                OwnCodeKey = strings.Add(source.Outline.OwnCode?.Key),
                OwnCodeName = strings.Add(source.Outline.OwnCode?.Name),
                Passages = passageNumbers.Count,
                NamedInTitle = titleCodes.Count,
                SurelyNamed = sureCodes.Count,
                Own = own.Count,
                Mentions = mentions.Count,
            });
            passageNumbers.AddRange(source.Passages.Select(passage => numbers[passage]));
            titleCodes.AddRange(source.NamedInTitle.Select(code => CodeRow.Of(code, strings)));
            sureCodes.AddRange(source.SurelyNamed.Select(code => CodeRow.Of(code, strings)));
            foreach (var (written, clause) in source.Outline.Clauses.Zip(document.Own))
            {
                own.Add(new()
                {
                    Written = references.Add(written.Reference),
                    Reference = references.Add(clause.Reference),
                    Also = written.Also is { } also ? references.Add(also) : StoredReferences.None,
                    Span = StoredSpan.Of(written.Span),
                    Matches = matches.Count,
                });
                matches.AddRange(clause.Matches.Select(match => new ClauseMatchRow(numbers[match.Passage], StoredSpan.Of(match.Quote))));
            }
            mentions.AddRange(document.Mentions.Select(mention => new ClauseMentionRow(
                references.Add(mention.Reference), numbers[mention.Passage], StoredSpan.Of(mention.Span), StoredSpan.Of(mention.Quote), mention.IsTentative ? 1 : 0)));
        }
        rows.Add(new() { Passages = passageNumbers.Count, NamedInTitle = titleCodes.Count, SurelyNamed = sureCodes.Count, Own = own.Count, Mentions = mentions.Count });
        own.Add(new() { Matches = matches.Count });
        writer.Write<int>(CountName, [clauses.All.Length]);
        writer.Write<CodeRow>(CodeNamesName, [.. clauses.Join.Codes.Names.Select(code => new CodeRow(strings.Add(code.Key), strings.Add(code.Value)))]);
        writer.Write<CodeRow>(CodeKeysName, [.. clauses.Join.Codes.Keys.Select(code => new CodeRow(strings.Add(code.Key), strings.Add(code.Value)))]);
        writer.Write<ClauseDocumentRow>(DocumentsName, CollectionsMarshal.AsSpan(rows));
        writer.Write<int>(PassagesName, CollectionsMarshal.AsSpan(passageNumbers));
        writer.Write<CodeRow>(TitleCodesName, CollectionsMarshal.AsSpan(titleCodes));
        writer.Write<CodeRow>(SureCodesName, CollectionsMarshal.AsSpan(sureCodes));
        writer.Write<OwnClauseRow>(OwnName, CollectionsMarshal.AsSpan(own));
        writer.Write<ClauseMatchRow>(MatchesName, CollectionsMarshal.AsSpan(matches));
        writer.Write<ClauseMentionRow>(MentionsName, CollectionsMarshal.AsSpan(mentions));
    }

    public ClauseIndex Make()
    {
        var codes = new KnownCodes(ByKey(_codeNames.Span), ByKey(_codeKeys.Span));
        return ClauseIndex.Restore(codes, InParts.Make(_rows.Length - 1, number => Document(number, codes)));
    }

    private DocumentClauses Document(int number, KnownCodes codes)
    {
        var row = _rows.Span[number];
        var next = _rows.Span[number + 1];
        var source = new ClauseDocument(
            [.. MemoryMarshal.ToEnumerable(_passageNumbers[row.Passages..next.Passages]).Select(passage => _passages.All[passage])],
            new ClauseOutline(
                [.. MemoryMarshal.ToEnumerable(_own[row.Own..next.Own]).Select(own => new OwnClause(_references[own.Written], own.Span.ToSpan(), _references.OrNull(own.Also)))],
                row.OwnCodeKey == StoredStrings.None ? null : new CodeRow(row.OwnCodeKey, row.OwnCodeName).ToCode(_strings)),
            Codes(_titleCodes[row.NamedInTitle..next.NamedInTitle]),
            Codes(_sureCodes[row.SurelyNamed..next.SurelyNamed]));
        return new(source, codes, document => Own(document, row.Own, next.Own), document => Mentions(document, row.Mentions, next.Mentions));
    }

    private ImmutableArray<ClauseContribution.Own> Own(DocumentClauses document, int start, int end)
    {
        var own = ImmutableArray.CreateBuilder<ClauseContribution.Own>(end - start);
        for (var i = start; i < end; i++)
        {
            var row = _own.Span[i];
            var reference = _references[row.Reference];
            ImmutableArray<ClauseMatch> matches = [.. MemoryMarshal.ToEnumerable(_matches[row.Matches.._own.Span[i + 1].Matches])
                .Select(match => new ClauseMatch(reference, _passages.All[match.Passage], match.Quote.ToSpan(), IsOwnText: true))];
            own.Add(new(document, i - start, reference, _references.OrNull(row.Also), matches));
        }
        return own.MoveToImmutable();
    }

    private ImmutableArray<ClauseContribution.Mention> Mentions(DocumentClauses document, int start, int end)
    {
        var mentions = ImmutableArray.CreateBuilder<ClauseContribution.Mention>(end - start);
        for (var i = start; i < end; i++)
        {
            var row = _mentions.Span[i];
            mentions.Add(new(document, i - start, _references[row.Reference], _passages.All[row.Passage], row.Span.ToSpan(), row.Quote.ToSpan(), row.IsTentative != 0));
        }
        return mentions.MoveToImmutable();
    }

    private ImmutableArray<CodeMentionInText> Codes(ReadOnlyMemory<CodeRow> rows) => [.. MemoryMarshal.ToEnumerable(rows).Select(row => row.ToCode(_strings))];

    private Dictionary<string, string> ByKey(ReadOnlySpan<CodeRow> rows)
    {
        var codes = new Dictionary<string, string>(rows.Length);
        foreach (var row in rows)
        {
            codes[_strings[row.Key]] = _strings[row.Value];
        }
        return codes;
    }

    private ReadOnlyMemory<CodeRow> Codes(ISectionReader reader, string section)
    {
        var rows = reader.Read<CodeRow>(section);
        foreach (var row in rows.Span)
        {
            Columns.Require(_strings.Has(row.Key) && _strings.Has(row.Value), section);
        }
        return rows;
    }

    private void CheckDocuments(int start, int end)
    {
        var rows = _rows.Span;
        for (var i = start; i < end; i++)
        {
            ref readonly var row = ref rows[i];
            ref readonly var next = ref rows[i + 1];
            // One at least, from which the document is known.
            Columns.Require(
                row.Passages < next.Passages && Columns.IsStretch(row.Passages, next.Passages, _passageNumbers.Length)
                && _strings.HasOrNone(row.OwnCodeKey) && _strings.HasOrNone(row.OwnCodeName) && (row.OwnCodeKey == StoredStrings.None) == (row.OwnCodeName == StoredStrings.None)
                && Columns.IsStretch(row.NamedInTitle, next.NamedInTitle, _titleCodes.Length)
                && Columns.IsStretch(row.SurelyNamed, next.SurelyNamed, _sureCodes.Length)
                && Columns.IsStretch(row.Own, next.Own, _own.Length - 1)
                && Columns.IsStretch(row.Mentions, next.Mentions, _mentions.Length),
                DocumentsName);
            var length = _documents.TextLengths[_passages.Rows[_passageNumbers.Span[row.Passages]].Document];
            foreach (ref readonly var own in _own.Span[row.Own..next.Own])
            {
                Columns.Require(Columns.IsWithin(own.Span, length), OwnName);
            }
        }
    }

    private void CheckOwn(int start, int end)
    {
        var rows = _own.Span;
        for (var i = start; i < end; i++)
        {
            ref readonly var row = ref rows[i];
            Columns.Require(
                _references.Has(row.Written) && _references.Has(row.Reference) && (row.Also == StoredReferences.None || _references.Has(row.Also))
                && Columns.IsStretch(row.Matches, rows[i + 1].Matches, _matches.Length),
                OwnName);
        }
    }

    private void CheckMatches(int start, int end)
    {
        var passages = _passages.Rows;
        var lengths = _documents.TextLengths;
        foreach (ref readonly var row in _matches.Span[start..end])
        {
            Columns.Require(Columns.IsOf(row.Passage, passages.Length - 1) && Columns.IsWithin(row.Quote, lengths[passages[row.Passage].Document]), MatchesName);
        }
    }

    private void CheckMentions(int start, int end)
    {
        var passages = _passages.Rows;
        var lengths = _documents.TextLengths;
        foreach (ref readonly var row in _mentions.Span[start..end])
        {
            Columns.Require(_references.Has(row.Reference) && Columns.IsOf(row.Passage, passages.Length - 1), MentionsName);
            var length = lengths[passages[row.Passage].Document];
            Columns.Require(Columns.IsWithin(row.Quote, length) && Columns.IsWithin(row.Span, length), MentionsName);
        }
    }
}
