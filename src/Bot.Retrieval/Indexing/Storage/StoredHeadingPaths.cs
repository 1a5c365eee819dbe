using System.Collections.Immutable;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The heading paths of a stored snapshot by number, made when they are first asked for. Thread-safe.</summary>
internal sealed class StoredHeadingPaths
{
    public const string StartsName = "heading-paths/starts";
    public const string PartsName = "heading-paths/parts";

    private readonly StoredStrings _strings;
    private readonly ReadOnlyMemory<int> _starts;
    private readonly ReadOnlyMemory<int> _parts;
    private readonly ImmutableArray<string>[] _made;

    /// <exception cref="InvalidDataException">They don't fit together.</exception>
    public StoredHeadingPaths(ISectionReader reader, StoredStrings strings)
    {
        _strings = strings;
        (_starts, _parts) = (reader.Read<int>(StartsName), reader.Read<int>(PartsName));
        Columns.RequireStarts(_starts.Span, _parts.Length, StartsName);
        Columns.Require(strings.Has(_parts.Span), PartsName);
        _made = new ImmutableArray<string>[_starts.Length - 1];
    }

    public int Count => _made.Length;

    public ImmutableArray<string> this[int number]
    {
        get
        {
            ref var made = ref _made[number];
            return made.IsDefault ? made = Make(number) : made;
        }
    }

    private ImmutableArray<string> Make(int number)
    {
        var parts = _parts.Span[_starts.Span[number].._starts.Span[number + 1]];
        var path = ImmutableArray.CreateBuilder<string>(parts.Length);
        foreach (var part in parts)
        {
            path.Add(_strings[part]);
        }
        return path.MoveToImmutable();
    }
}
