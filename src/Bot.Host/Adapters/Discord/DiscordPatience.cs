using Bot.Discord.Rest;
using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Discord;

/// <summary>Repeats a call to Discord while it fails for reasons that pass.</summary>
internal sealed class DiscordPatience(Chance chance, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <param name="call">The call; it must be one that can be made twice.</param>
    /// <param name="failed">Hears of each failure that passes.</param>
    /// <param name="cancellationToken">Ends the trying.</param>
    /// <exception cref="DiscordApiException">Trying again is no use.</exception>
    public async Task<T> UntilDoneAsync<T>(Func<CancellationToken, Task<T>> call, Action<DiscordApiException> failed, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                return await call(cancellationToken);
            }
            catch (DiscordApiException ex) when (ex.IsTransient)
            {
                failed(ex);
                await Task.Delay(ex.RetryAfter ?? (pause * chance.Next()), clock, cancellationToken);
            }
        }
    }
}
