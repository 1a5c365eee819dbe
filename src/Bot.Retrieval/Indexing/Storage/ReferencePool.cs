using System.Diagnostics.CodeAnalysis;
using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Collects the clause references of a snapshot, each once.</summary>
internal sealed class ReferencePool(StringPool strings)
{
    private readonly Dictionary<ClauseReference, int> _numbers = new(new ToTheLetter());
    private readonly List<ReferenceRow> _rows = [];
    private readonly List<StepRow> _steps = [];

    public int Add(ClauseReference reference)
    {
        if (!_numbers.TryGetValue(reference, out var number))
        {
            _numbers[reference] = number = _rows.Count;
            _rows.Add(new()
            {
                Style = (int)reference.Style,
                Section = strings.Add(reference.Section),
                Code = strings.Add(reference.Code),
                CodeName = strings.Add(reference.CodeName),
                Path = _steps.Count,
            });
            _steps.AddRange(reference.Path.Select(step => new StepRow((int)step.Kind, strings.Add(step.Value))));
        }
        return number;
    }

    public void Save(ISectionWriter writer)
    {
        writer.Write<ReferenceRow>(StoredReferences.RowsName, [.. _rows, new() { Path = _steps.Count }]);
        writer.Write<StepRow>(StoredReferences.StepsName, [.. _steps]);
    }

    // Equal references may differ in how the text writes the code.
    private sealed class ToTheLetter : IEqualityComparer<ClauseReference>
    {
        public bool Equals(ClauseReference? x, ClauseReference? y) => x == y && x?.CodeName == y?.CodeName;

        public int GetHashCode([DisallowNull] ClauseReference obj) => obj.GetHashCode();
    }
}
