using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

internal static class TextSpanExtensions
{
    /// <summary>Without the white space at its end.</summary>
    public static TextSpan TrimEnd(this TextSpan span, string text) => new(span.Start, span.In(text).TrimEnd().Length);
}
