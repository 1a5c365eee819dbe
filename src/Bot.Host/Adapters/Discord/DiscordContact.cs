using Bot.Discord.Rest;
using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Discord;

/// <summary>Asks Discord at the start, while it fails for reasons that pass.</summary>
internal static class DiscordContact
{
    /// <param name="contact">How long to wait between.</param>
    /// <param name="call">The call; it must be one that can be made twice.</param>
    /// <param name="hindered">Told why it isn't done yet, and null once it is.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="DiscordApiException">Asking again is no use.</exception>
    public static Task<T> AskDiscordAsync<T>(
        this FirstContact contact, Func<CancellationToken, Task<T>> call, Action<string?> hindered, CancellationToken cancellationToken) =>
        contact.AskAsync(
            call,
            static failure => failure is DiscordApiException { IsTransient: true } passing ? new Delivery.Later(passing.Message, passing.RetryAfter) : null,
            hindered,
            cancellationToken);
}
