using System.Collections.Immutable;
using System.Text;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Benchmarks.Synthetic;

/// <summary>Made-up documents, the passages they are cut into and questions about them; the same for the same size.</summary>
internal sealed class Corpus
{
    // What was written within the last seconds is read again at the next look: it could have been written once more since.
    private static readonly DateTime Written = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private Corpus(ImmutableArray<Passage> passages, string[] questions) => (Passages, Questions) = (passages, questions);

    public ImmutableArray<Passage> Passages { get; }

    public string[] Questions { get; }

    public static DocumentMaker Maker()
    {
        var lexicon = BilingualLexicon.LoadEmbedded(EnglishStemmer.Stem);
        return new(Vocabulary.OfEnglish(lexicon), Vocabulary.OfChinese(lexicon));
    }

    /// <param name="count">Passages; documents are made until there are so many.</param>
    /// <param name="questions">How many.</param>
    public static Corpus Create(int count, int questions)
    {
        const int Batch = 512;
        var maker = Maker();
        var splitter = new PassageSplitter(ClauseParser.FindAll);
        var passages = ImmutableArray.CreateBuilder<Passage>(count);
        for (var first = 0; passages.Count < count; first += Batch)
        {
            var made = new ImmutableArray<Passage>[Batch];
            Parallel.For(0, Batch, i => made[i] = splitter.Split(Document(maker.Make(first + i))));
            passages.AddRange(made.SelectMany(document => document).Take(count - passages.Count));
        }
        var all = passages.ToImmutable();
        return new(all, [.. Enumerable.Range(0, questions).Select(number => QuestionMaker.Make(number, all))]);
    }

    /// <summary>Writes documents as Markdown files.</summary>
    public static void WriteFiles(string folder, int documents)
    {
        var maker = Maker();
        Parallel.For(0, documents, number => WriteFile(folder, maker.Make(number)));
    }

    private static void WriteFile(string folder, SyntheticDocument document)
    {
        var path = Path.Combine(folder, document.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, document.ToMarkdown());
        File.SetLastWriteTimeUtc(path, Written);
    }

    // As the Markdown reader would give it, without its title's line.
    private static Document Document(SyntheticDocument synthetic)
    {
        var text = new StringBuilder();
        var headings = ImmutableArray.CreateBuilder<Heading>(synthetic.Sections.Count);
        foreach (var (heading, words) in synthetic.Sections)
        {
            headings.Add(new(new(text.Length, heading.Length + 3), 2, heading));
            text.Append("## ").Append(heading).Append("\n\n").Append(words).Append("\n\n");
        }
        return new()
        {
            Id = new(synthetic.FileName),
            Title = synthetic.Title,
            Text = text.ToString(),
            Source = new SourceMap([0], [0], [0]),
            Revision = "1",
            Headings = headings.DrainToImmutable(),
        };
    }
}
