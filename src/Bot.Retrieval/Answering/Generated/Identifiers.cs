using Bot.Retrieval.Analysis;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Names made of letters and digits, as search knows them: SB-1047, SB 1047 and SB1047 are <c>sb1047</c>.</summary>
internal static class Identifiers
{
    public static HashSet<string> In(string text) => [.. Find(text).Select(found => found.Text)];

    public static List<(string Text, TextSpan Span)> Find(string text)
    {
        var sink = new Sink([]);
        Analyzer.Analyze(text, ref sink);
        return sink.Found;
    }

    private readonly record struct Sink(List<(string Text, TextSpan Span)> Found) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span)
        {
            if (kind == TermKind.Identifier)
            {
                Found.Add((term.ToString(), span));
            }
        }
    }
}
