namespace Bot.Discord.Simulator.Gateway;

/// <summary>What a connection sends next.</summary>
internal abstract record Frame
{
    private Frame()
    {
    }

    /// <summary>A gateway payload, compressed where the client asked for it.</summary>
    public sealed record Payload(byte[] Utf8) : Frame;

    /// <summary>Bytes as they are, past all compression.</summary>
    public sealed record Raw(byte[] Bytes, bool IsText) : Frame;

    public sealed record Close(int Code, string Reason) : Frame;

    /// <summary>The TCP connection ends without a close frame.</summary>
    public sealed record Cut : Frame;
}
