namespace Bot.Discord.Simulator.Rest;

/// <summary>A part <c>files[n]</c> of a multipart body.</summary>
internal sealed record UploadedFile(ulong Index, string FileName, string ContentType, byte[] Content);
