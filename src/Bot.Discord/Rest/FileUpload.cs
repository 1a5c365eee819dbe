namespace Bot.Discord.Rest;

/// <summary>A file sent with a message; by default Discord takes 10 MiB. Names must differ within a message.</summary>
public sealed record FileUpload(string Name, ReadOnlyMemory<byte> Content, string ContentType = "application/octet-stream")
{
    /// <summary>For those who can't see it; at most 1,024 characters.</summary>
    public string? Description { get; init; }
}
