using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class SessionProgressTests
{
    private readonly SessionProgress _session = new("s", resumeGatewayUrl: null, sequence: 10);

    [Fact]
    public void Goes_on_with_events_nobody_needs()
    {
        _session.Skipped(11);
        Assert.Equal((11, 11), (_session.Received, _session.Processed));
    }

    [Fact]
    public void Counts_nothing_as_processed_that_came_after_an_event_still_waiting()
    {
        _session.Queued(11);
        _session.Skipped(12);
        _session.Queued(13);
        Assert.Equal((13, 10), (_session.Received, _session.Processed));
        _session.Done(11);
        Assert.Equal((13, 11), (_session.Received, _session.Processed));
        _session.Done(13);
        Assert.Equal((13, 13), (_session.Received, _session.Processed));
    }

    [Fact]
    public void Counts_what_was_skipped_behind_the_last_waiting_event_when_that_is_done()
    {
        _session.Queued(11);
        _session.Skipped(15);
        _session.Done(11);
        Assert.Equal(15, _session.Processed);
    }

    [Fact]
    public void Never_goes_back_for_a_replayed_event()
    {
        _session.Queued(9);
        _session.Done(9);
        Assert.Equal((10, 10), (_session.Received, _session.Processed));
    }
}
