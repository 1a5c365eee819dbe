using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

/// <summary>Shorthand for reading bytes that are on no disk.</summary>
internal static class Reading
{
    public static SourceFile File(string name, long length = 1) => new(new(name), "/nowhere/" + name, length, DateTimeOffset.UnixEpoch);

    public static Task<ReadResult> ReadAsync(this IDocumentReader reader, string name, string text) =>
        reader.ReadAsync(name, Encoding.UTF8.GetBytes(text));

    public static Task<ReadResult> ReadAsync(this IDocumentReader reader, string name, byte[] content) =>
        reader.ReadAsync(File(name, content.Length), content, CancellationToken.None);

    public static async Task<Document> ReadOneAsync(this IDocumentReader reader, string name, string text) =>
        Assert.Single(Assert.IsType<ReadResult.Read>(await reader.ReadAsync(name, text)).Documents);

    public static async Task<Document> ReadOneAsync(this IDocumentReader reader, string name, byte[] content) =>
        Assert.Single(Assert.IsType<ReadResult.Read>(await reader.ReadAsync(name, content)).Documents);

    public static async Task<string> ReasonAsync(this IDocumentReader reader, string name, byte[] content) =>
        Assert.IsType<ReadResult.Quarantined>(await reader.ReadAsync(name, content)).Source.Reason;

    public static Task<string> ReasonAsync(this IDocumentReader reader, string name, string text) =>
        reader.ReasonAsync(name, Encoding.UTF8.GetBytes(text));

    /// <summary>The raw line, counted from 1, on which a text's first occurrence starts.</summary>
    public static int LineOf(this Document document, string text)
    {
        var offset = document.Text.IndexOf(text, StringComparison.Ordinal);
        Assert.True(offset >= 0, $"“{text}” is not in the text.");
        return document.Source.LineAt(offset);
    }

    public static byte[] Seed(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "seeds", name));
}
