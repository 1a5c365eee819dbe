using System.Globalization;
using System.Text;
using Bot.Benchmarks.Synthetic;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Benchmarks.Peers;

/// <summary>Writes passages and questions for Lucene: the texts, and the same as our own terms.</summary>
internal static class PassageFiles
{
    private const char Between = '\t';

    /// <param name="corpus">Its passages.</param>
    /// <param name="questions">The terms of each question.</param>
    /// <param name="folder">Where the files come.</param>
    public static void Write(Corpus corpus, IEnumerable<IReadOnlyList<QuestionTerm>> questions, string folder)
    {
        File.WriteAllLines(Path.Combine(folder, "passages.txt"), corpus.Passages.Select(passage => OneLine($"{TitleOf(passage)} {passage.Text}")));
        File.WriteAllLines(Path.Combine(folder, "terms.txt"), corpus.Passages.AsParallel().AsOrdered().Select(TermsOfPassage));
        File.WriteAllLines(Path.Combine(folder, "questions.txt"), questions.Select(terms => string.Join(Between, terms.Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Text}{Between}{term.Weight:0.####}")))));
    }

    private static string TitleOf(Passage passage) => string.Join(' ', passage.HeadingPath.Prepend(passage.Document.Title));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string TermsOfPassage(Passage passage)
    {
        var sink = new Collector(new());
        Analyzer.Analyze(TitleOf(passage), ref sink);
        TermsOf.Text(passage.Text, ref sink);
        return sink.Terms.ToString();
    }

    private readonly record struct Collector(StringBuilder Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<char> term, TermKind kind, TextSpan span) => Terms.Append(Between).Append(term);
    }
}
