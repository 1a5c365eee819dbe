using Bot.Host.Conversations;

namespace Bot.Host.Adapters;

/// <summary>Asks a chat for something at the start, again and again while the chat is out of reach.</summary>
internal sealed class FirstContact(Chance chance, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <param name="call">What is asked for.</param>
    /// <param name="judge">Why a failure will pass, or null for one that won't, which is thrown on.</param>
    /// <param name="hindered">Told why it isn't there yet, and null once it is.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> call, Func<Exception, Delivery.Later?> judge, Action<string?> hindered, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            TimeSpan wait;
            try
            {
                var result = await call(cancellationToken);
                hindered(null);
                return result;
            }
            catch (Exception ex) when (judge(ex) is { } passing)
            {
                hindered(passing.Reason);
                wait = passing.After ?? (pause * chance.Next());
            }
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
