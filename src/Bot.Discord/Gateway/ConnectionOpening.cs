namespace Bot.Discord.Gateway;

/// <summary>How a connection begins: where, and with what after Hello.</summary>
/// <param name="Address">With the query.</param>
/// <param name="Payload">Makes the identify or resume; called once, when it is sent.</param>
/// <param name="Greeting">Makes what is sent once there is a session; null for nothing.</param>
internal sealed record ConnectionOpening(Uri Address, Func<byte[]> Payload, Func<byte[]?> Greeting);
