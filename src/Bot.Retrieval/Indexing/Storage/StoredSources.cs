using System.Collections.Immutable;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The files of a stored snapshot, and what was left out of them and beside them.</summary>
internal static class StoredSources
{
    private const string RowsName = "sources/rows";
    private const string PassagesName = "sources/passages";
    private const string QuarantinedName = "sources/quarantined";
    private const string AllQuarantinedName = "quarantined";

    public static void Save(ISectionWriter writer, StringPool strings, IndexSnapshot snapshot)
    {
        var numbers = Numbers.Of(snapshot.Passages);
        var rows = new List<SourceRow>();
        var passages = new List<int>();
        var quarantined = new List<QuarantineRow>();
        foreach (var source in snapshot.Sources.Values)
        {
            rows.Add(new()
            {
                Id = strings.Add(source.File.Id.Value),
                FullPath = strings.Add(source.File.FullPath),
                ContentHash = strings.Add(source.ContentHash),
                Length = source.File.Length,
                Modified = source.File.Modified.Ticks,
                ModifiedOffset = source.File.Modified.Offset.Ticks,
                LookedAt = source.LookedAt.UtcTicks,
                Passages = passages.Count,
                Quarantined = quarantined.Count,
            });
            passages.AddRange(source.Passages.Select(passage => numbers[passage]));
            quarantined.AddRange(source.Quarantined.Select(left => RowOf(left, strings)));
        }
        rows.Add(new() { Passages = passages.Count, Quarantined = quarantined.Count });
        writer.Write<SourceRow>(RowsName, [.. rows]);
        writer.Write<int>(PassagesName, [.. passages]);
        writer.Write<QuarantineRow>(QuarantinedName, [.. quarantined]);
        writer.Write<QuarantineRow>(AllQuarantinedName, [.. snapshot.Quarantined.Select(left => RowOf(left, strings))]);
    }

    /// <summary>By full path.</summary>
    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public static Dictionary<string, IndexedSource> Load(ISectionReader reader, StoredStrings strings, ImmutableArray<Passage> passages)
    {
        var rows = reader.Read<SourceRow>(RowsName).Span;
        var numbers = reader.Read<int>(PassagesName).Span;
        var quarantined = Quarantined(reader, strings, QuarantinedName);
        Columns.Require(!rows.IsEmpty && Columns.AreOf(numbers, passages.Length), PassagesName);
        var sources = new Dictionary<string, IndexedSource>(rows.Length);
        for (var i = 0; i < rows.Length - 1; i++)
        {
            ref readonly var row = ref rows[i];
            ref readonly var next = ref rows[i + 1];
            Columns.Require(
                strings.Has(row.Id) && strings.Has(row.FullPath) && strings.HasOrNone(row.ContentHash)
                && Columns.IsStretch(row.Passages, next.Passages, numbers.Length)
                && Columns.IsStretch(row.Quarantined, next.Quarantined, quarantined.Length)
                && TryTime(row.Modified, row.ModifiedOffset, out var modified)
                && TryTime(row.LookedAt, 0, out var lookedAt)
                && sources.TryAdd(strings[row.FullPath], new(
                    new(new(strings[row.Id]), strings[row.FullPath], row.Length, modified),
                    strings.OrNull(row.ContentHash),
                    At(passages, numbers[row.Passages..next.Passages]),
                    quarantined[row.Quarantined..next.Quarantined])
                {
                    LookedAt = lookedAt,
                }),
                RowsName);
        }
        return sources;
    }

    /// <summary>All that was left out, as the snapshot has it.</summary>
    /// <exception cref="InvalidDataException">It doesn't fit the rest.</exception>
    public static ImmutableArray<QuarantinedSource> LoadQuarantined(ISectionReader reader, StoredStrings strings) => Quarantined(reader, strings, AllQuarantinedName);

    private static QuarantineRow RowOf(QuarantinedSource left, StringPool strings) =>
        new(strings.Add(left.Id.Value), strings.Add(left.Reason), left.Line ?? 0);

    private static ImmutableArray<QuarantinedSource> Quarantined(ISectionReader reader, StoredStrings strings, string section)
    {
        var rows = reader.Read<QuarantineRow>(section).Span;
        var quarantined = ImmutableArray.CreateBuilder<QuarantinedSource>(rows.Length);
        foreach (var row in rows)
        {
            Columns.Require(strings.Has(row.Id) && strings.Has(row.Reason) && row.Line >= 0, section);
            quarantined.Add(new(new(strings[row.Id]), strings[row.Reason], row.Line == 0 ? null : row.Line));
        }
        return quarantined.MoveToImmutable();
    }

    private static ImmutableArray<Passage> At(ImmutableArray<Passage> passages, ReadOnlySpan<int> numbers)
    {
        var found = ImmutableArray.CreateBuilder<Passage>(numbers.Length);
        foreach (var number in numbers)
        {
            found.Add(passages[number]);
        }
        return found.MoveToImmutable();
    }

    private static bool TryTime(long ticks, long offset, out DateTimeOffset time)
    {
        try
        {
            time = new(ticks, new TimeSpan(offset));
            return true;
        }
        catch (ArgumentException)
        {
            time = default;
            return false;
        }
    }
}
