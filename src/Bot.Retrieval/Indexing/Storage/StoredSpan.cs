using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A <see cref="TextSpan"/> as it lies in the file, not checked yet.</summary>
internal readonly record struct StoredSpan(int Start, int Length)
{
    public static StoredSpan Of(TextSpan span) => new(span.Start, span.Length);

    public TextSpan ToSpan() => new(Start, Length);
}
