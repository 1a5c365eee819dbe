using System.Collections.Immutable;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The clause references of a stored snapshot by number, made when they are first asked for. Thread-safe.</summary>
internal sealed class StoredReferences
{
    /// <summary>Stands for the number of no reference.</summary>
    public const int None = -1;

    public const string RowsName = "references/rows";
    public const string StepsName = "references/steps";

    private readonly StoredStrings _strings;
    private readonly ReadOnlyMemory<ReferenceRow> _rows;
    private readonly ReadOnlyMemory<StepRow> _steps;
    private readonly ClauseReference?[] _made;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredReferences(ISectionReader reader, StoredStrings strings)
    {
        _strings = strings;
        (_rows, _steps) = (reader.Read<ReferenceRow>(RowsName), reader.Read<StepRow>(StepsName));
        Columns.Require(!_rows.IsEmpty, RowsName);
        Check();
        _made = new ClauseReference?[_rows.Length - 1];
    }

    public int Count => _made.Length;

    public ClauseReference this[int number] => _made[number] ??= Make(number);

    public ClauseReference? OrNull(int number) => number == None ? null : this[number];

    /// <summary>Whether there is a reference of that number.</summary>
    public bool Has(int number) => Columns.IsOf(number, Count);

    private ClauseReference Make(int number)
    {
        ref readonly var row = ref _rows.Span[number];
        var steps = _steps.Span[row.Path.._rows.Span[number + 1].Path];
        var path = ImmutableArray.CreateBuilder<Subdivision>(steps.Length);
        foreach (var step in steps)
        {
            path.Add(new((SubdivisionKind)step.Kind, _strings[step.Value]));
        }
        return new()
        {
            Style = (SectionStyle)row.Style,
            Section = _strings[row.Section],
            Code = _strings.OrNull(row.Code),
            CodeName = _strings.OrNull(row.CodeName),
            Path = path.MoveToImmutable(),
        };
    }

    private void Check()
    {
        var rows = _rows.Span;
        for (var i = 0; i < rows.Length - 1; i++)
        {
            ref readonly var row = ref rows[i];
            Columns.Require(
                Enum.IsDefined((SectionStyle)row.Style)
                && _strings.Has(row.Section)
                && _strings.HasOrNone(row.Code)
                && _strings.HasOrNone(row.CodeName)
                && Columns.IsStretch(row.Path, rows[i + 1].Path, _steps.Length),
                RowsName);
        }
        foreach (ref readonly var step in _steps.Span)
        {
            Columns.Require(Enum.IsDefined((SubdivisionKind)step.Kind) && _strings.Has(step.Value), StepsName);
        }
    }
}
