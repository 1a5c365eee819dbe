namespace Bot.Discord.Simulator.Gateway;

/// <summary>How a client asked to be connected.</summary>
internal sealed record ConnectionRequest(string Query, string? Version, string? Encoding, string? Compress, string? UserAgent, bool ViaResumeHost)
{
    public bool ZlibStream => Compress == "zlib-stream";

    /// <summary>What the simulator can't speak, null where it can speak all that was asked for.</summary>
    public string? Unsupported => this switch
    {
        { Encoding: not (null or "json") } => $"encoding={Encoding}",
        { Compress: not (null or "zlib-stream") } => $"compress={Compress}",
        _ => null,
    };
}
