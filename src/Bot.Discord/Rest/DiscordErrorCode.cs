namespace Bot.Discord.Rest;

/// <summary>The codes of <see cref="DiscordApiException.Code"/> that a bot reacts to.</summary>
public static class DiscordErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int ChannelWriteLimit = 20028;
    public const int TooManyEditsOfOldMessage = 30046;
    public const int InteractionAlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int EmptyMessage = 50006;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidFormBody = 50035;
    public const int ThreadArchived = 50083;
    public const int Overloaded = 130000;
    public const int ThreadAlreadyExists = 160004;
}
