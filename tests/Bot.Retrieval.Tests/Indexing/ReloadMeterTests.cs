using Bot.Retrieval.Indexing;
using Bot.Testing;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class ReloadMeterTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LatestOf _shown = new();
    private readonly ReloadMeter _meter;

    public ReloadMeterTests() => _meter = new(_shown, _clock);

    [Fact]
    public void The_rate_and_the_time_left_are_those_of_the_work_that_is_done()
    {
        _meter.Report(new(ReloadStage.Reading, 600, 1000));
        _clock.Advance(TimeSpan.FromSeconds(5));
        _meter.Report(new(ReloadStage.Reading, 700, 1000));
        Assert.Equal((20.0, TimeSpan.FromSeconds(15)), (_shown.Value.PerSecond, _shown.Value.Remaining));
    }

    [Fact]
    public void Nothing_is_foretold_before_there_is_something_to_tell_it_by()
    {
        _meter.Report(new(ReloadStage.Reading, 0, 1000));
        _clock.Advance(TimeSpan.FromSeconds(5));
        _meter.Report(new(ReloadStage.Reading, 0, 1000));
        Assert.Null(_shown.Value.Remaining);
        _meter.Report(new(ReloadStage.Embedding, 0, 10));
        _clock.Advance(TimeSpan.FromMilliseconds(900));
        _meter.Report(new(ReloadStage.Embedding, 1, 10));
        Assert.Null(_shown.Value.PerSecond);
    }

    [Fact]
    public void Each_stage_has_its_own_pace_and_what_the_others_have_done_is_kept()
    {
        _meter.Report(new(ReloadStage.Reading, 0, 40));
        _clock.Advance(TimeSpan.FromSeconds(100));
        _meter.Report(new(ReloadStage.Reading, 40, 40));
        _meter.Report(new(ReloadStage.Indexing, 0, 90));
        _meter.Report(new(ReloadStage.Embedding, 10, 90));
        _clock.Advance(TimeSpan.FromSeconds(2));
        _meter.Report(new(ReloadStage.Indexing, 60, 90));
        Assert.Equal((40, 60, 10), (_shown.Value.Files, _shown.Value.Passages, _shown.Value.Embeddings));
        Assert.Equal((30.0, TimeSpan.FromSeconds(1)), (_shown.Value.PerSecond, _shown.Value.Remaining));
    }

    [Fact]
    public void A_report_that_was_overtaken_takes_nothing_back()
    {
        _meter.Report(new(ReloadStage.Reading, 5, 9));
        _meter.Report(new(ReloadStage.Reading, 4, 9));
        Assert.Equal(5, _shown.Value.Files);
    }

    private sealed class LatestOf : IProgress<ReloadProgress>
    {
        public ReloadProgress Value { get; private set; }

        public void Report(ReloadProgress value) => Value = value;
    }
}
