namespace Bot.Retrieval.Text;

/// <summary>Half-open range of UTF-16 code units in a text: <see cref="Start"/> included, <see cref="End"/> not.</summary>
public readonly record struct TextSpan
{
    public TextSpan(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        // Or its end would be negative, and it would lie inside everything.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, int.MaxValue - start);
        (Start, Length) = (start, length);
    }

    public int Start { get; }

    public int Length { get; }

    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
