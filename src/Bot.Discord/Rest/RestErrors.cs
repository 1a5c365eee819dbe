using System.Net;

namespace Bot.Discord.Rest;

/// <summary>Makes the client's exceptions: one sentence each, that says what to do where something can be done.</summary>
internal static class RestErrors
{
    public static DiscordApiException Refused(RestRoute route, HttpStatusCode status, int code) => new(
        $"Discord refused {route.Name} with {(int)status}{(code == 0 ? "" : $", code {code}")}{Advice(status, code)}.",
        status, code, isTransient: (int)status >= 500 || code == DiscordErrorCode.Overloaded, retryAfter: null, inner: null);

    public static DiscordApiException TokenRejected() => new(TokenGuard.Reason, HttpStatusCode.Unauthorized, 0, isTransient: false, retryAfter: null, inner: null);

    public static DiscordApiException RateLimited(RestRoute route, TimeSpan wait, int code) => new(
        $"Discord limits the rate of {route.Name}: it may be tried again in {wait.TotalSeconds:0.#} seconds.",
        HttpStatusCode.TooManyRequests, code, isTransient: true, wait, inner: null);

    public static DiscordApiException HeldTooLong(TimeSpan wait) => new(
        $"Discord's rate limit leaves no call through for another {wait.TotalSeconds:0} seconds.",
        HttpStatusCode.TooManyRequests, 0, isTransient: true, wait, inner: null);

    public static DiscordApiException TooManyRefused(TimeSpan wait) => new(
        $"Too many calls to Discord were refused in the last ten minutes; to keep this address from being banned none is made for another {wait.TotalSeconds:0} seconds.",
        status: null, 0, isTransient: true, wait, inner: null);

    public static DiscordApiException NoAnswer(RestRoute route, Exception? inner) => new(
        $"Discord gave no answer to {route.Name}; check the network and https://discordstatus.com.",
        status: null, 0, isTransient: true, retryAfter: null, inner);

    public static DiscordApiException TooLate(RestRoute route) => new(
        $"{route.Name} could not be answered within the time Discord allows for it.", status: null, 0, isTransient: false, retryAfter: null, inner: null);

    public static DiscordApiException Unreadable(RestRoute route, Exception inner) => new(
        $"Discord's answer to {route.Name} could not be read.", HttpStatusCode.OK, 0, isTransient: false, retryAfter: null, inner);

    private static string Advice(HttpStatusCode status, int code) => code switch
    {
        DiscordErrorCode.MissingAccess => ": the bot can't see that channel or guild; invite it there or give its role the View Channel permission",
        DiscordErrorCode.MissingPermissions => ": give the bot's role the permission it lacks in that channel (View Channel, Send Messages, Send Messages in Threads, Create Public Threads, Embed Links, Attach Files, Read Message History)",
        DiscordErrorCode.UnknownChannel => ": the channel was deleted",
        DiscordErrorCode.UnknownMessage => ": the message was deleted",
        DiscordErrorCode.UnknownInteraction => ": the interaction was answered later than 3 seconds after it was made",
        DiscordErrorCode.InteractionAlreadyAcknowledged => ": the interaction was answered before, perhaps by another process with the same token",
        DiscordErrorCode.UnknownWebhook or DiscordErrorCode.InvalidWebhookToken => ": the interaction is older than 15 minutes",
        DiscordErrorCode.CannotMessageUser => ": the user takes no direct messages from this bot",
        DiscordErrorCode.ThreadArchived => ": the thread is archived and locked",
        DiscordErrorCode.InvalidFormBody => ": a value is out of Discord's limits",
        _ when status == HttpStatusCode.RequestEntityTooLarge => ": the files are too large",
        _ => "",
    };
}
