using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Retrieval.Text;

/// <summary>Cuts what runs on without an end, so that nothing longer than a paragraph is ever quoted as one sentence.</summary>
internal static class LongSentences
{
    /// <summary>In <see cref="DisplayWidth"/>: 600 Latin letters, 300 Han.</summary>
    public const int Limit = 600;

    private const int ShortestPiece = Limit / 3;

    // Between the two halves of one character.
    private const int Never = 4;

    /// <summary>Adds the span, or its pieces, without white space at their ends.</summary>
    public static void Add(string text, TextSpan sentence, ImmutableArray<TextSpan>.Builder sentences)
    {
        var rest = TextLine.Trim(text, sentence.Start, sentence.End);
        while (!rest.IsEmpty)
        {
            var cut = CutWithin(text, rest);
            sentences.Add(TextLine.Trim(text, rest.Start, cut));
            rest = TextLine.Trim(text, cut, rest.End);
        }
    }

    // Each character is looked at a few times at most, since a piece has at least a third of the limit.
    private static int CutWithin(string text, TextSpan rest)
    {
        Span<int> best = stackalloc int[Never];
        best.Fill(-1);
        var width = 0;
        for (var i = rest.Start; i < rest.End; i++)
        {
            width += DisplayWidth.Of(text[i]);
            if (width > Limit)
            {
                foreach (var cut in best)
                {
                    if (cut > 0)
                    {
                        return cut;
                    }
                }
                return char.IsLowSurrogate(text[i]) ? i - 1 : i;
            }
            if (width >= ShortestPiece && i + 1 < rest.End && Grade(text[i], text[i + 1]) is < Never and var grade)
            {
                best[grade] = i + 1;
            }
        }
        return rest.End;
    }

    // 0 for the best place to cut behind the character, 3 for the worst.
    private static int Grade(char character, char next) => character switch
    {
        ';' or '；' or '。' or '！' or '？' => 0,
        '.' or '!' or '?' when char.IsWhiteSpace(next) => 0,
        '，' or '、' or '：' or '|' => 1,
        ',' when !char.IsAsciiDigit(next) => 1,
        _ when char.IsWhiteSpace(character) => 2,
        _ when char.IsLowSurrogate(next) || char.GetUnicodeCategory(next) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Never,
        _ => 3,
    };
}
