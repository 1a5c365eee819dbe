namespace Bot.Discord.Gateway;

/// <summary>Codes a gateway connection is closed with: first those this client sends, then those of Discord that call for more than a resume.</summary>
internal static class GatewayCloseCode
{
    /// <summary>Ends the session, and the bot goes offline. So does 1001; every other code keeps the session for some minutes.</summary>
    public const int Normal = 1000;
    public const int TooLarge = 1009;
    public const int KeepSession = 4000;

    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int SessionNoLongerValid = 4006;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidApiVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>Whether the code means that this client did something wrong.</summary>
    public static bool IsOurFault(int code) => code is UnknownOpcode or DecodeError or AlreadyAuthenticated;
}
