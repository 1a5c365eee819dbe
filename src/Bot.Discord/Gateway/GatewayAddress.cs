namespace Bot.Discord.Gateway;

/// <summary>Adds the query to a gateway's address; resuming must use the same query as identifying.</summary>
internal static class GatewayAddress
{
    public const int Version = 10;

    public static Uri For(Uri gateway, bool compress) => new UriBuilder(gateway)
    {
        Path = gateway.AbsolutePath.TrimEnd('/') + "/",
        Query = $"v={Version}&encoding=json{(compress ? "&compress=zlib-stream" : "")}",
    }.Uri;
}
