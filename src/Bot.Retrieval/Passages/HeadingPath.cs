using System.Collections.Immutable;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Passages;

/// <summary>The headings that the text being read stands under.</summary>
/// <param name="title">The document's title, which is no part of the path.</param>
internal sealed class HeadingPath(string title)
{
    private readonly List<Heading> _open = [];

    /// <summary>Outermost first.</summary>
    public ImmutableArray<string> Current { get; private set; } = [];

    public void Enter(Heading heading)
    {
        Close(heading.Level);
        _open.Add(heading);
        Update();
    }

    /// <summary>The path that a heading itself stands under.</summary>
    public ImmutableArray<string> Above(Heading heading)
    {
        Close(heading.Level);
        Update();
        return Current;
    }

    private void Close(int level)
    {
        while (_open.Count > 0 && _open[^1].Level >= level)
        {
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void Update() => Current = [.. _open.Select(heading => heading.Text).Where(text => text.Length > 0 && text != title)];
}
