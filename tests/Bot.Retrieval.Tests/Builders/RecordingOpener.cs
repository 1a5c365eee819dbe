using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Opens files and keeps their names.</summary>
internal sealed class RecordingOpener : IFileOpener
{
    private readonly FileOpener _real = new();
    private readonly SortedSet<string> _opened = new(StringComparer.Ordinal);

    public Action<string> Opening { get; set; } = _ => { };

    public Stream Open(string path)
    {
        lock (_opened)
        {
            _opened.Add(Path.GetFileName(path));
        }
        Opening(path);
        return _real.Open(path);
    }

    public string[] TakeOpened()
    {
        lock (_opened)
        {
            string[] opened = [.. _opened];
            _opened.Clear();
            return opened;
        }
    }
}
