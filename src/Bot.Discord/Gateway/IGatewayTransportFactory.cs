namespace Bot.Discord.Gateway;

/// <summary>Makes a transport for each connection.</summary>
internal interface IGatewayTransportFactory
{
    IGatewayTransport Create();
}
