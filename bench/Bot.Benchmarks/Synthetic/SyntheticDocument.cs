using System.Text;

namespace Bot.Benchmarks.Synthetic;

/// <summary>A made-up document of one language.</summary>
/// <param name="Number">In its corpus.</param>
/// <param name="Title">A few words.</param>
/// <param name="Sections">Headings with their texts.</param>
internal sealed record SyntheticDocument(int Number, string Title, IReadOnlyList<(string Heading, string Text)> Sections)
{
    public string FileName => $"{Number / 100:D4}/{Number:D6}.md";

    public string ToMarkdown()
    {
        var markdown = new StringBuilder().Append("# ").Append(Title).Append("\n\n");
        foreach (var (heading, text) in Sections)
        {
            markdown.Append("## ").Append(heading).Append("\n\n").Append(text).Append("\n\n");
        }
        return markdown.ToString();
    }
}
