using Bot.Testing;

namespace Bot.Slack.Tests.Support;

/// <summary>Moves a test's clock until something is so.</summary>
internal static class ClockSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Fine = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Coarse = TimeSpan.FromSeconds(1);
    private const int FineSteps = 150;

    /// <summary>
    /// One step of a tenth of a second, or of a second after many. A continuation may still be on its way to its next
    /// wait, so the step gives way first.
    /// </summary>
    public static async Task StepAsync(ManualTimeProvider clock, int steps = 0)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        clock.Advance(steps < FineSteps ? Fine : Coarse);
    }

    public static async Task UntilAsync(ManualTimeProvider clock, Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var steps = 0; !condition(); steps++)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It didn't come about.");
            await StepAsync(clock, steps);
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
