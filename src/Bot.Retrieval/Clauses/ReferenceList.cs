using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Retrieval.Clauses;

/// <summary>Collects the clauses that one place speaks of while it is read: nesting, siblings, lists and ranges.</summary>
internal sealed class ReferenceList
{
    /// <summary>A longer range is a slip of the pen or a book, not a reference.</summary>
    private const int LongestRange = 200;

    private readonly List<Clause> _clauses = [];

    public int Count => _clauses.Count;

    public SectionStyle Style { get; private set; }

    /// <summary>The path of the clause read last.</summary>
    public IReadOnlyList<Subdivision> Path => _clauses[^1].Path;

    public string Section => _clauses[^1].Section;

    public void Start(SectionStyle style, string section)
    {
        Style = style;
        _clauses.Add(new(style, section, []));
    }

    /// <summary>Takes a marker that follows at once: it nests, or stands beside the earlier one of its kind.</summary>
    public bool TryFollow(string raw) => SubdivisionOrder.Read(raw, Path, Style) is { } step && Add(step, nests: true);

    /// <summary>Takes a marker behind an "and" or a comma: it stands beside one of its kind, or isn't of this list.</summary>
    public bool TryJoin(string raw) => SubdivisionOrder.Read(raw, Path, Style) is { } step && Add(step, nests: false);

    public bool TryRangeTo(string raw) => SubdivisionOrder.Read(raw, Path, Style) is { } step && TryRangeTo(step);

    public bool Add(Subdivision step, bool nests)
    {
        var last = _clauses[^1];
        var level = LevelOf(step, last.Path);
        if (level < 0)
        {
            if (!nests)
            {
                return false;
            }
            _clauses[^1] = last with { Path = last.Path.Add(step) };
            return true;
        }
        _clauses.Add(last with { Path = last.Path[..level].Add(step) });
        return true;
    }

    public bool TryRangeTo(Subdivision step)
    {
        var last = _clauses[^1];
        var level = LevelOf(step, last.Path);
        if (level < 0 || level != last.Path.Length - 1)
        {
            return false;
        }
        // (i)-(iii): the first was taken for a letter.
        var from = SubdivisionOrder.Ordinal(last.Path[level] with { Kind = step.Kind });
        var to = SubdivisionOrder.Ordinal(step);
        if (from <= 0 || to <= from || to - from > LongestRange)
        {
            return false;
        }
        for (var ordinal = from + 1; ordinal <= to; ordinal++)
        {
            _clauses.Add(last with { Path = last.Path[..level].Add(SubdivisionOrder.At(step.Kind, ordinal)) });
        }
        return true;
    }

    /// <summary>Adds the sections from the last one to this one; false where they don't count up.</summary>
    public bool TrySectionRange(string section)
    {
        var last = _clauses[^1];
        if (last.Path.Length > 0
            || !int.TryParse(last.Section, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || !int.TryParse(section, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            || to <= from
            || to - from > LongestRange)
        {
            return false;
        }
        for (var number = from + 1; number <= to; number++)
        {
            _clauses.Add(new(last.Style, number.ToString(CultureInfo.InvariantCulture), []));
        }
        return true;
    }

    /// <summary>Gives the section that has been read a style that became clear behind it.</summary>
    public void Restyle(SectionStyle style)
    {
        Style = style;
        for (var i = 0; i < _clauses.Count; i++)
        {
            _clauses[i] = _clauses[i] with { Style = style };
        }
    }

    public ImmutableArray<ClauseReference> ToReferences(string? code, string? codeName) =>
        [.. _clauses.Select(clause => new ClauseReference
        {
            Style = clause.Style,
            Section = clause.Section,
            Path = clause.Path,
            Code = code,
            CodeName = codeName,
        }).Distinct()];

    private static int LevelOf(Subdivision step, ImmutableArray<Subdivision> path)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (path[i].Kind == step.Kind)
            {
                return i;
            }
        }
        // (i), (ii): alone below a section, (i) is taken for a letter.
        var last = path.Length - 1;
        return last >= 0
            && step is { Kind: SubdivisionKind.LowerRoman, Value.Length: > 1 }
            && path[last] is { Kind: SubdivisionKind.LowerLetter, Value: "i" or "v" or "x" }
            ? last
            : -1;
    }

    private sealed record Clause(SectionStyle Style, string Section, ImmutableArray<Subdivision> Path);
}
