using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewaySessionTests
{
    [Theory]
    [InlineData(1000, "resume", "BackOff")]
    [InlineData(1001, "resume", "BackOff")]
    [InlineData(1006, "resume", "BackOff")]
    [InlineData(1009, "resume", "BackOff")]
    [InlineData(1011, "resume", "BackOff")]
    [InlineData(1012, "resume", "BackOff")]
    [InlineData(3000, "resume", "BackOff")]
    [InlineData(4000, "resume", "BackOff")]
    [InlineData(4001, "resume", "BackOff")]
    [InlineData(4002, "resume", "BackOff")]
    [InlineData(4003, "identify", "InvalidSession")]
    [InlineData(4004, "give up", "")]
    [InlineData(4005, "identify", "InvalidSession")]
    [InlineData(4006, "identify", "InvalidSession")]
    [InlineData(4007, "identify", "InvalidSession")]
    [InlineData(4008, "identify", "TooFast")]
    [InlineData(4009, "resume", "BackOff")]
    [InlineData(4010, "give up", "")]
    [InlineData(4011, "give up", "")]
    [InlineData(4012, "give up", "")]
    [InlineData(4013, "give up", "")]
    [InlineData(4014, "give up", "")]
    [InlineData(4015, "resume", "BackOff")]
    [InlineData(4999, "resume", "BackOff")]
    [InlineData(null, "resume", "BackOff")]
    public void Follows_the_table_of_close_codes(int? code, string move, string pause)
    {
        var (_, next) = GatewaySession.Fresh.After(new ConnectionEnd.Closed(code), resuming: false, progressed: true);
        Assert.Equal((move, pause), Name(next));
    }

    public static TheoryData<object, bool, bool, string, string> Ends => new()
    {
        { new ConnectionEnd.ReconnectAsked(), false, true, "resume", "None" },
        { new ConnectionEnd.SessionInvalid(MayResume: false), true, false, "identify", "InvalidSession" },
        { new ConnectionEnd.SessionInvalid(MayResume: true), true, false, "resume", "InvalidSession" },
        { new ConnectionEnd.SessionInvalid(MayResume: false), false, true, "identify", "InvalidSession" },
        { new ConnectionEnd.SessionInvalid(MayResume: true), false, true, "resume", "InvalidSession" },
        { new ConnectionEnd.SessionInvalid(MayResume: false), false, false, "identify", "TooFast" },
        { new ConnectionEnd.SessionInvalid(MayResume: true), false, false, "identify", "TooFast" },
        { new ConnectionEnd.Unreachable("no", DiscordAnswers: true), true, false, "resume", "BackOff" },
        { new ConnectionEnd.Silent(), false, true, "resume", "BackOff" },
        { new ConnectionEnd.TimedOut("Hello"), true, false, "resume", "BackOff" },
        { new ConnectionEnd.Broken("zlib"), false, true, "resume", "BackOff" },
        { new ConnectionEnd.TooLarge(), false, true, "resume", "BackOff" },
        { new ConnectionEnd.QueueFull(), false, true, "resume", "QueueRoom" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Knows_what_follows_each_end(object end, bool resuming, bool progressed, string move, string pause)
    {
        var (_, next) = GatewaySession.Fresh.After((ConnectionEnd)end, resuming, progressed);
        Assert.Equal((move, pause), Name(next));
    }

    [Fact]
    public void Gives_a_session_up_after_three_resumes_without_success()
    {
        var session = GatewaySession.Fresh;
        (session, var first) = session.After(new ConnectionEnd.Closed(1006), resuming: true, progressed: false);
        (session, var second) = session.After(new ConnectionEnd.TimedOut("RESUMED"), resuming: true, progressed: false);
        (session, var third) = session.After(new ConnectionEnd.Unreachable("", DiscordAnswers: true), resuming: true, progressed: false);
        Assert.Equal(["resume", "resume", "identify"], [Name(first).Move, Name(second).Move, Name(third).Move]);
        Assert.Equal(GatewaySession.Fresh, session);
    }

    [Fact]
    public void Begins_to_count_anew_when_a_resume_made_progress()
    {
        var session = new GatewaySession(FailedResumes: 2);
        (session, var move) = session.After(new ConnectionEnd.Closed(null), resuming: true, progressed: true);
        Assert.Equal(("resume", 0), (Name(move).Move, session.FailedResumes));
    }

    [Fact]
    public void Does_not_hold_a_dead_network_against_the_session()
    {
        var session = new GatewaySession(FailedResumes: 2);
        (session, var move) = session.After(new ConnectionEnd.Unreachable("no route", DiscordAnswers: false), resuming: true, progressed: false);
        Assert.Equal(("resume", 2), (Name(move).Move, session.FailedResumes));
    }

    [Fact]
    public void Closes_with_1000_only_when_the_session_is_to_end()
    {
        Assert.Equal(1000, GatewaySession.CloseCode(new ConnectionEnd.Stopped(), SessionEnding.End));
        Assert.Equal(4000, GatewaySession.CloseCode(new ConnectionEnd.Stopped(), SessionEnding.Keep));
        Assert.Equal(4000, GatewaySession.CloseCode(new ConnectionEnd.Silent(), SessionEnding.End));
        Assert.Equal(1009, GatewaySession.CloseCode(new ConnectionEnd.TooLarge(), SessionEnding.Keep));
    }

    private static (string Move, string Pause) Name(GatewayMove move) => move switch
    {
        GatewayMove.Resume resume => ("resume", resume.Pause.ToString()),
        GatewayMove.Identify identify => ("identify", identify.Pause.ToString()),
        _ => ("give up", ""),
    };
}
