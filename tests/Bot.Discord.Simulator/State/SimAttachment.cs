namespace Bot.Discord.Simulator.State;

/// <summary>A file that came with a message, bytes and all.</summary>
public sealed record SimAttachment(ulong Id, string FileName, string? Description, string ContentType, ReadOnlyMemory<byte> Content);
