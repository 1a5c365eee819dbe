using Bot.Testing;

namespace Bot.Slack.Tests.Support;

/// <summary>Moves a test's clock until something is so.</summary>
internal static class ClockSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>One step of a tenth of a second. A continuation may still be on its way to its next wait, so it gives way first.</summary>
    public static async Task StepAsync(ManualTimeProvider clock)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        clock.Advance(TimeSpan.FromMilliseconds(100));
    }

    public static async Task UntilAsync(ManualTimeProvider clock, Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It didn't come about.");
            await StepAsync(clock);
        }
    }

    public static async Task<TimeSpan> UntilDoneAsync(ManualTimeProvider clock, Task work)
    {
        var start = clock.GetTimestamp();
        await UntilAsync(clock, () => work.IsCompleted);
        await work;
        return clock.GetElapsedTime(start);
    }
}
