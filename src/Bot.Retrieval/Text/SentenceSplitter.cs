using System.Collections.Immutable;

namespace Bot.Retrieval.Text;

/// <summary>Finds the sentences of Chinese and English text, and of the lists, tables and code between them.</summary>
/// <remarks>
/// Works in three steps, each linear: <see cref="LineJoiner"/> puts wrapped lines together, <see cref="SentenceScanner"/>
/// cuts where sentences end, <see cref="LongSentences"/> cuts what has no end. Pure, so it may be called from any thread.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences of a part of a text, in order, none overlapping, none empty, without the white space around them.
    /// Every other character stands in exactly one. Any string is taken, lone surrogates too.
    /// </summary>
    public static ImmutableArray<TextSpan> Split(string text, TextSpan within)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length, nameof(within));
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var block in LineJoiner.Blocks(text, within))
        {
            if (block.IsWhole)
            {
                LongSentences.Add(text, block.Span, sentences);
            }
            else
            {
                new SentenceScanner(text, block.Span, sentences).Run();
            }
        }
        return sentences.DrainToImmutable();
    }
}
