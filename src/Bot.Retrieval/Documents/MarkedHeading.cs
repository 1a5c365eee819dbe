using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Documents;

/// <summary>A heading that the file itself marks as one, in the text before cleaning.</summary>
internal readonly record struct MarkedHeading(int Start, int End, int Level)
{
    /// <summary>The headings in the cleaned text; those without words are left out.</summary>
    public static ImmutableArray<Heading> Locate(IEnumerable<MarkedHeading> headings, MappedText cleaned)
    {
        var located = ImmutableArray.CreateBuilder<Heading>();
        foreach (var heading in headings)
        {
            var span = TextSpan.FromBounds(cleaned.OffsetOf(heading.Start), cleaned.OffsetOf(heading.End));
            var text = TextCleaner.CleanLine(span.In(cleaned.Text).ToString());
            if (text.Length > 0)
            {
                located.Add(new(span, heading.Level, text));
            }
        }
        return located.ToImmutable();
    }
}
