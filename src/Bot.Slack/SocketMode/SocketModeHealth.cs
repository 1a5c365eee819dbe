namespace Bot.Slack.SocketMode;

/// <summary>How the client stands with Slack.</summary>
/// <param name="Connected">Sockets that heard hello and weren't left since.</param>
/// <param name="Wanted">Sockets that there should be.</param>
/// <param name="SinceHeard">Since bytes last came by any of them, pings included; null without a socket.</param>
public sealed record SocketModeHealth(int Connected, int Wanted, TimeSpan? SinceHeard);
