using System.Text.Json;

namespace Bot.Discord.Simulator.Gateway;

/// <summary>What makes an Identify good.</summary>
internal static class IdentifyRules
{
    // Bits 17 to 19, 22 and 23 mean nothing.
    private const long KnownIntents = 0x1FFFF | (1L << 20) | (1L << 21) | (1L << 24) | (1L << 25);

    /// <summary>The close code of a bad Identify, null for a good one.</summary>
    public static int? Check(JsonElement identify, string token, Intents granted, int advisedShards)
    {
        if (identify.GetText("token") != token)
        {
            return CloseCodes.AuthenticationFailed;
        }
        if (identify.Get("properties") is not { ValueKind: JsonValueKind.Object })
        {
            return CloseCodes.DecodeError;
        }
        if (identify.Get("large_threshold") is { } threshold && threshold.TryGetInt32(out var members) && members is < 50 or > 250)
        {
            return CloseCodes.DecodeError;
        }
        return CheckIntents(identify, granted) ?? CheckShard(identify, advisedShards);
    }

    /// <summary>The shard and the number of shards; one shard where the client names none.</summary>
    public static (int Shard, int Count) ShardOf(JsonElement identify) =>
        identify.Items("shard").ToArray() is [var shard, var count] && shard.TryGetInt32(out var id) && count.TryGetInt32(out var of) ? (id, of) : (0, 1);

    private static int? CheckIntents(JsonElement identify, Intents granted)
    {
        if (identify.Get("intents") is not { ValueKind: JsonValueKind.Number } value || !value.TryGetInt64(out var intents) || (intents & ~KnownIntents) != 0)
        {
            return CloseCodes.InvalidIntents;
        }
        return ((Intents)intents & Intents.Privileged & ~granted) != Intents.None ? CloseCodes.DisallowedIntents : null;
    }

    private static int? CheckShard(JsonElement identify, int advisedShards)
    {
        if (identify.Get("shard") is null)
        {
            return advisedShards > 1 ? CloseCodes.ShardingRequired : null;
        }
        return ShardOf(identify) is var (shard, count) && shard >= 0 && shard < count && identify.Items("shard").Count() == 2 ? null : CloseCodes.InvalidShard;
    }
}
