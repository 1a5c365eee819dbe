namespace Bot.Retrieval.Documents;

/// <summary>What came of turning a file's bytes into characters.</summary>
internal abstract record DecodedText
{
    private DecodedText() { }

    /// <param name="Text">Without a byte order mark; otherwise every character as it stands in the file.</param>
    /// <param name="Encoding">The encoding's name, such as <c>utf-8</c> or <c>gb18030</c>.</param>
    internal sealed record Decoded(string Text, string Encoding) : DecodedText;

    /// <param name="Reason">One sentence for the admin: what is wrong and what to do.</param>
    internal sealed record Undecodable(string Reason) : DecodedText;
}
