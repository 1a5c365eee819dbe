using Bot.Retrieval.Analysis;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Analysis;

/// <summary>Keeps the terms of a text.</summary>
internal readonly struct TermList() : ITermSink
{
    public List<(string Text, TermKind Kind, TextSpan Span)> Terms { get; } = [];

    public static List<(string Text, TermKind Kind, TextSpan Span)> Of(string text)
    {
        var list = new TermList();
        Analyzer.Analyze(text, ref list);
        return list.Terms;
    }

    public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span) => Terms.Add((term.ToString(), kind, span));
}
