using System.Collections.Immutable;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The clause index of a stored snapshot: checked when it is loaded, made when it is first asked for.</summary>
internal sealed class StoredClauses
{
    private const string NamesName = "clauses/code-names";
    private const string CodeKeysName = "clauses/code-keys";
    private const string SectionsName = "clauses/sections";
    private const string KeysName = "clauses/keys";
    private const string EntriesName = "clauses/entries";
    private const string MatchesName = "clauses/matches";

    private readonly StoredStrings _strings;
    private readonly StoredReferences _references;
    private readonly ImmutableArray<Passage> _passages;
    private readonly ReadOnlyMemory<CodeRow> _names;
    private readonly ReadOnlyMemory<CodeRow> _codeKeys;
    private readonly ReadOnlyMemory<ClauseSectionRow> _sections;
    private readonly ReadOnlyMemory<ClauseKeyRow> _keys;
    private readonly ReadOnlyMemory<ClauseEntryRow> _entries;
    private readonly ReadOnlyMemory<ClauseMatchRow> _matches;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredClauses(ISectionReader reader, StoredStrings strings, StoredReferences references, StoredDocuments documents, StoredPassages passages)
    {
        (_strings, _references, _passages) = (strings, references, passages.All);
        (_names, _codeKeys) = (reader.Read<CodeRow>(NamesName), reader.Read<CodeRow>(CodeKeysName));
        (_sections, _keys) = (reader.Read<ClauseSectionRow>(SectionsName), reader.Read<ClauseKeyRow>(KeysName));
        (_entries, _matches) = (reader.Read<ClauseEntryRow>(EntriesName), reader.Read<ClauseMatchRow>(MatchesName));
        Columns.Require(!_sections.IsEmpty && !_entries.IsEmpty, SectionsName);
        CheckCodes(_names.Span, NamesName);
        CheckCodes(_codeKeys.Span, CodeKeysName);
        CheckSections();
        CheckEntries();
        InParts.Run(_matches.Length, (start, end) => CheckMatches(start, end, documents, passages));
    }

    /// <summary>Of clauses.</summary>
    public int Count => _entries.Length - 1;

    public static void Save(ISectionWriter writer, StringPool strings, ReferencePool references, ClauseIndex clauses, ImmutableArray<Passage> passages)
    {
        var numbers = Numbers.Of(passages);
        var keys = new List<ClauseKeyRow>();
        var entries = new List<ClauseEntryRow>();
        var matches = new List<ClauseMatchRow>();
        var sections = new List<ClauseSectionRow>();
        foreach (var section in clauses.Sections)
        {
            sections.Add(new(strings.Add(section.Code), strings.Add(section.Section), section.IsArticle ? 1 : 0, keys.Count));
            var known = new Dictionary<ClauseEntry, int>();
            foreach (var (key, entry) in section.EntriesByKey)
            {
                if (!known.TryGetValue(entry, out var number))
                {
                    known[entry] = number = entries.Count;
                    entries.Add(new(references.Add(entry.Reference), matches.Count));
                    matches.AddRange(entry.Matches.Select(match => new ClauseMatchRow(
                        references.Add(match.Reference), numbers[match.Passage], StoredSpan.Of(match.Quote), match.IsOwnText ? 1 : 0)));
                }
                keys.Add(new(strings.Add(key), number));
            }
        }
        writer.Write<CodeRow>(NamesName, [.. clauses.Codes.Names.Select(code => new CodeRow(strings.Add(code.Key), strings.Add(code.Value)))]);
        writer.Write<CodeRow>(CodeKeysName, [.. clauses.Codes.Keys.Select(code => new CodeRow(strings.Add(code.Key), strings.Add(code.Value)))]);
        writer.Write<ClauseSectionRow>(SectionsName, [.. sections, new(StoredStrings.None, StoredStrings.None, 0, keys.Count)]);
        writer.Write<ClauseKeyRow>(KeysName, [.. keys]);
        writer.Write<ClauseEntryRow>(EntriesName, [.. entries, new(0, matches.Count)]);
        writer.Write<ClauseMatchRow>(MatchesName, [.. matches]);
    }

    public ClauseIndex Make()
    {
        var entries = InParts.Make(Count, Entry);
        return new(new(Codes(_names.Span), Codes(_codeKeys.Span)), InParts.Make(_sections.Length - 1, number => Section(number, entries)));
    }

    private ClauseSection Section(int number, ImmutableArray<ClauseEntry> entries)
    {
        var row = _sections.Span[number];
        var section = new ClauseSection(_strings.OrNull(row.Code), _strings[row.Section], row.IsArticle != 0);
        foreach (var key in _keys.Span[row.Keys.._sections.Span[number + 1].Keys])
        {
            section.Restore(_strings[key.Key], entries[key.Entry]);
        }
        return section;
    }

    private ClauseEntry Entry(int number)
    {
        var row = _entries.Span[number];
        var entry = new ClauseEntry(_references[row.Reference]);
        foreach (var match in _matches.Span[row.Matches.._entries.Span[number + 1].Matches])
        {
            (match.IsOwnText != 0 ? entry.Own : entry.Mentions)
                .Add(new(_references[match.Reference], _passages[match.Passage], match.Quote.ToSpan(), match.IsOwnText != 0));
        }
        return entry;
    }

    private Dictionary<string, string> Codes(ReadOnlySpan<CodeRow> rows)
    {
        var codes = new Dictionary<string, string>(rows.Length);
        foreach (var row in rows)
        {
            codes[_strings[row.Key]] = _strings[row.Value];
        }
        return codes;
    }

    private void CheckCodes(ReadOnlySpan<CodeRow> rows, string section)
    {
        foreach (var row in rows)
        {
            Columns.Require(_strings.Has(row.Key) && _strings.Has(row.Value), section);
        }
    }

    private void CheckSections()
    {
        var sections = _sections.Span;
        for (var i = 0; i < sections.Length - 1; i++)
        {
            // Each has a clause at least, from which it takes its style.
            Columns.Require(
                _strings.HasOrNone(sections[i].Code) && _strings.Has(sections[i].Section)
                && sections[i].Keys < sections[i + 1].Keys && Columns.IsStretch(sections[i].Keys, sections[i + 1].Keys, _keys.Length),
                SectionsName);
        }
        foreach (var key in _keys.Span)
        {
            Columns.Require(_strings.Has(key.Key) && Columns.IsOf(key.Entry, Count), KeysName);
        }
    }

    private void CheckEntries()
    {
        var entries = _entries.Span;
        for (var i = 0; i < entries.Length - 1; i++)
        {
            Columns.Require(
                Columns.IsOf(entries[i].Reference, _references.Count) && Columns.IsStretch(entries[i].Matches, entries[i + 1].Matches, _matches.Length),
                EntriesName);
        }
    }

    private void CheckMatches(int start, int end, StoredDocuments documents, StoredPassages passages)
    {
        foreach (ref readonly var match in _matches.Span[start..end])
        {
            Columns.Require(
                Columns.IsOf(match.Reference, _references.Count)
                && Columns.IsOf(match.Passage, _passages.Length)
                && Columns.IsWithin(match.Quote, documents.TextLength(passages.DocumentNumber(match.Passage))),
                MatchesName);
        }
    }
}
