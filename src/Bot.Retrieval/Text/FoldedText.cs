namespace Bot.Retrieval.Text;

/// <summary>A text folded for matching, with the way back to the characters it was folded from.</summary>
/// <param name="Text">The folded characters.</param>
/// <param name="Origins">For each folded character the index in the source it came from, and at the end the source's length.</param>
public sealed record FoldedText(string Text, int[] Origins)
{
    /// <summary>The part of the source that a part of the folded text came from.</summary>
    public TextSpan ToSource(TextSpan folded)
    {
        var start = Origins[folded.Start];
        var end = folded.End;
        // Several folded characters may come from one source character: take all of it.
        while (end < Origins.Length - 1 && end > folded.Start && Origins[end] == Origins[end - 1])
        {
            end++;
        }
        return TextSpan.FromBounds(start, Math.Max(start, Origins[end]));
    }
}
