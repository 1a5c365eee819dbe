using Bot.Retrieval.Indexing.Storage;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Sections kept in memory instead of a file.</summary>
internal sealed class MemorySections : ISectionWriter, ISectionReader
{
    private readonly Dictionary<string, Array> _sections = [];

    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => _sections.Add(name, values.ToArray());

    public ReadOnlyMemory<T> Read<T>(string name)
        where T : unmanaged => _sections.TryGetValue(name, out var values) ? (T[])values : throw new InvalidDataException($"There is no section {name}.");

    /// <summary>Cuts the last value off a section.</summary>
    public void Shorten(string name)
    {
        var values = _sections[name];
        var shorter = Array.CreateInstance(values.GetType().GetElementType()!, values.Length - 1);
        Array.Copy(values, shorter, shorter.Length);
        _sections[name] = shorter;
    }

    public IEnumerable<string> Names => _sections.Keys;
}
