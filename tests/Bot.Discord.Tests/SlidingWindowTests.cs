using Bot.Testing;

namespace Bot.Discord.Tests;

public sealed class SlidingWindowTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Gives_turns_at_once_up_to_the_limit_and_then_one_after_another()
    {
        var window = new SlidingWindow(3, TimeSpan.FromSeconds(1), _clock);
        var waits = Enumerable.Range(0, 7).Select(_ => window.Reserve().TotalSeconds);
        Assert.Equal([0, 0, 0, 1, 1, 1, 2], waits);
    }

    [Fact]
    public void Forgets_turns_as_they_leave_the_window()
    {
        var window = new SlidingWindow(2, TimeSpan.FromSeconds(1), _clock);
        window.Reserve();
        _clock.Advance(TimeSpan.FromSeconds(0.6));
        window.Reserve();
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(TimeSpan.Zero, window.Reserve());
        Assert.Equal(TimeSpan.FromSeconds(0.5), window.Reserve());
    }
}
