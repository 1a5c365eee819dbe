using Bot.Slack.SocketMode;

namespace Bot.Slack.Tests.SocketMode;

public sealed class ReconnectPlanTests
{
    private static readonly SocketModeTimings Timings = new();

    public static TheoryData<string> Reasons => [.. Enum.GetNames<LeaveReason>()];

    [Theory]
    [InlineData("warning", "Warning", true, 0)]
    [InlineData("refresh_requested", "RefreshRequested", true, 0)]
    [InlineData("link_disabled", "LinkDisabled", false, 360)]
    [InlineData("too_many_websockets", "TooManyWebsockets", false, 60)]
    [InlineData("an_unheard_of_reason", "OtherDisconnect", false, 1)]
    public void Each_disconnect_reason_has_its_plan(string reason, string left, bool newFirst, double seconds)
    {
        Assert.Equal(left, DisconnectReasons.Of(reason).ToString());
        Assert.Equal(new ReconnectPlan(newFirst, TimeSpan.FromSeconds(seconds)), ReconnectPlan.After(DisconnectReasons.Of(reason), failures: 1, Timings, jitter: 1));
    }

    [Theory]
    [InlineData("Closed", 0, 0, 0.5)]
    [InlineData("Closed", 1, 1, 1)]
    [InlineData("Silent", 2, 1, 2)]
    [InlineData("NoHello", 3, 0, 2)]
    [InlineData("NotOpened", 6, 1, 32)]
    [InlineData("NotOpened", 50, 1, 60)]
    [InlineData("MessageTooLarge", 1, 0.5, 0.75)]
    [InlineData("RefreshRequested", 2, 1, 1)]
    [InlineData("Warning", 4, 1, 4)]
    public void Waits_double_with_each_failure_up_to_a_minute(string reason, int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ReconnectPlan.After(Enum.Parse<LeaveReason>(reason), failures, Timings, jitter).Wait);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void No_reason_leads_to_hammering(string reason) =>
        Assert.True(ReconnectPlan.After(Enum.Parse<LeaveReason>(reason), failures: 2, Timings, jitter: 0).Wait >= TimeSpan.FromSeconds(0.5));

    [Fact]
    public void Too_many_sockets_are_waited_out_for_at_least_half_a_minute() =>
        Assert.Equal(TimeSpan.FromSeconds(30), ReconnectPlan.After(LeaveReason.TooManyWebsockets, 0, Timings, jitter: 0).Wait);
}
