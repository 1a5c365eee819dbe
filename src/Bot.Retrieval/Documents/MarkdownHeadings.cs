using System.Collections.Immutable;
using Bot.Retrieval.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Bot.Retrieval.Documents;

/// <summary>Finds the headings of a Markdown text: ATX and setext, outside of code, quotes and lists.</summary>
internal static class MarkdownHeadings
{
    private static readonly MarkdownPipeline Blocks = BlocksOnly();
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().Build();

    public static ImmutableArray<Heading> Find(string text)
    {
        try
        {
            return [.. Markdown.Parse(text, Blocks).OfType<HeadingBlock>().Select(block => ToHeading(block, text)).OfType<Heading>()];
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig follows: no outline, but still a text.
            return [];
        }
    }

    private static Heading? ToHeading(HeadingBlock block, string text)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, block.Span.Start - 1), Math.Max(0, block.Span.Start)) + 1;
        var end = text.IndexOf('\n', Math.Min(block.Span.End, text.Length - 1));
        var span = TextSpan.FromBounds(start, end < 0 ? text.Length : end);
        var said = MetadataValues.Text(Markdown.ToPlainText(span.In(text).ToString(), Plain));
        return said is null ? null : new(span, block.Level, said);
    }

    // The text inside a block is parsed for headings alone, which spares most of the work.
    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.InlineParsers.Clear();
        return builder.Build();
    }
}
