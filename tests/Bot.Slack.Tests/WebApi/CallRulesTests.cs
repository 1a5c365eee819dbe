using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.WebApi;

public sealed class CallRulesTests
{
    private static readonly SlackClientOptions Options = new() { CallAttempts = 3, CallBackoff = TimeSpan.FromSeconds(1), RateLimitPatience = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("internal_error", true, 1, true)]
    [InlineData("network_error", true, 2, true)]
    [InlineData("server_error", true, 3, false)]
    [InlineData("internal_error", false, 1, false)]
    [InlineData("call_timeout", false, 1, false)]
    [InlineData("channel_not_found", true, 1, false)]
    [InlineData("token_revoked", true, 1, false)]
    [InlineData("never_heard_of", true, 1, false)]
    public void Only_passing_failures_of_harmless_calls_are_repeated(string code, bool harmless, int failures, bool repeated)
    {
        var decision = After(new SlackApiException("m", code), harmless ? Repetition.Harmless : Repetition.Harmful, failures);

        Assert.Equal(repeated, decision is CallDecision.Repeat);
        Assert.Equal(!repeated, decision is CallDecision.GiveUp);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_rate_limit_is_waited_for_whatever_the_call_does(bool harmless)
    {
        var decision = After(Limited(7), harmless ? Repetition.Harmless : Repetition.Harmful, failures: 3);

        Assert.Equal(new CallDecision.HoldAndRepeat(TimeSpan.FromSeconds(7)), decision);
    }

    [Fact]
    public void A_rate_limit_without_a_time_is_waited_for_one_second_more_each_time() =>
        Assert.Equal(
            new CallDecision.HoldAndRepeat(TimeSpan.FromSeconds(3)),
            CallRules.After(new SlackApiException("m", "rate_limited"), Repetition.Harmful, 0, limits: 3, TimeSpan.Zero, Options, 0));

    [Fact]
    public void Patience_with_rate_limits_ends() =>
        Assert.IsType<CallDecision.GiveUp>(CallRules.After(Limited(7), Repetition.Harmless, 0, 2, TimeSpan.FromSeconds(25), Options, 0));

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 0, 2)]
    [InlineData(60, 1, 10)]
    public void Waits_double_up_to_ten_seconds_and_half_of_each_is_chance(int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), CallRules.Backoff(TimeSpan.FromSeconds(1), failures, jitter));

    private static CallDecision After(SlackApiException failure, Repetition repetition, int failures) =>
        CallRules.After(failure, repetition, failures, limits: 1, TimeSpan.Zero, Options, jitter: 1);

    private static SlackApiException Limited(int seconds) =>
        SlackApiException.Of("m", new SlackReply(Ok: false, "ratelimited", null, null, null, null), TimeSpan.FromSeconds(seconds));
}
