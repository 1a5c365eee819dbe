namespace Bot.Discord.Gateway;

/// <summary>Turns a kind of pause into a time.</summary>
internal static class Pauses
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The pause after <paramref name="failures"/> connections in a row that didn't last.</summary>
    public static TimeSpan Duration(ReconnectPause pause, int failures, DiscordClientOptions options, Func<double> jitter)
    {
        var backOff = BackOff.After(failures, options.ReconnectDelay, options.MaxReconnectDelay, jitter);
        return pause switch
        {
            ReconnectPause.QueueRoom => TimeSpan.Zero,
            ReconnectPause.None when failures == 0 => TimeSpan.Zero,
            ReconnectPause.InvalidSession => Longer(Second + (4 * Second * jitter()), backOff),
            ReconnectPause.TooFast => (5 * Second) + backOff,
            _ => backOff,
        };
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
