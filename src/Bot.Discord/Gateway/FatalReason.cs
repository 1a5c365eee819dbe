namespace Bot.Discord.Gateway;

/// <summary>Says in a sentence what to do about a close code after which trying again is no use.</summary>
internal static class FatalReason
{
    private const GatewayIntents Privileged = GatewayIntents.MessageContent | GatewayIntents.GuildMembers | GatewayIntents.GuildPresences;

    public static string For(int code, GatewayIntents intents, int shardId, int shardCount) => code switch
    {
        GatewayCloseCode.AuthenticationFailed => TokenGuard.Reason,
        GatewayCloseCode.InvalidShard => $"Discord doesn't take shard {shardId} of {shardCount} (4010): check the shard ids and the shard count.",
        GatewayCloseCode.ShardingRequired => $"The bot is in too many guilds for {shardCount} shard(s) (4011): leave the shard count out, or raise it in all processes.",
        GatewayCloseCode.InvalidApiVersion => "Discord no longer takes the gateway version this client speaks (4012): update the bot.",
        GatewayCloseCode.InvalidIntents => $"Discord doesn't know an intent among {intents} (4013): correct the intents setting.",
        GatewayCloseCode.DisallowedIntents =>
            $"Discord doesn't grant the intent {intents & Privileged} (4014): switch it on under 'Privileged Gateway Intents' on the Bot page of the developer portal, or leave it out of the intents setting.",
        _ => $"Discord closed the connection for good ({code}).",
    };
}
