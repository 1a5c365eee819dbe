using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>Collects the heading paths of a snapshot, each once.</summary>
internal sealed class HeadingPathPool(StringPool strings)
{
    private readonly Dictionary<ImmutableArray<string>, int> _numbers = new(new ByParts());
    private readonly List<int> _starts = [0];
    private readonly List<int> _parts = [];

    public int Add(ImmutableArray<string> path)
    {
        if (!_numbers.TryGetValue(path, out var number))
        {
            _numbers[path] = number = _starts.Count - 1;
            _parts.AddRange(path.Select(strings.Add));
            _starts.Add(_parts.Count);
        }
        return number;
    }

    public void Save(ISectionWriter writer)
    {
        writer.Write<int>(StoredHeadingPaths.StartsName, [.. _starts]);
        writer.Write<int>(StoredHeadingPaths.PartsName, [.. _parts]);
    }

    private sealed class ByParts : IEqualityComparer<ImmutableArray<string>>
    {
        public bool Equals(ImmutableArray<string> x, ImmutableArray<string> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode([DisallowNull] ImmutableArray<string> obj)
        {
            var hash = new HashCode();
            foreach (var part in obj)
            {
                hash.Add(part, StringComparer.Ordinal);
            }
            return hash.ToHashCode();
        }
    }
}
