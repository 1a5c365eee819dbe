namespace Bot.Discord.Gateway;

/// <summary>What a transport received.</summary>
internal abstract record TransportMessage
{
    private TransportMessage()
    {
    }

    /// <summary>One message; its bytes are good until the next is received.</summary>
    public sealed record Data(ReadOnlyMemory<byte> Bytes, bool IsBinary) : TransportMessage;

    /// <summary>The peer closed, with a code or without.</summary>
    public sealed record Closed(int? Code) : TransportMessage;

    /// <summary>A message went past the size limit; the rest of it was left unread.</summary>
    public sealed record TooLarge : TransportMessage;
}
