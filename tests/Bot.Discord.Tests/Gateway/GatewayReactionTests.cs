using System.Text;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayReactionTests
{
    public static TheoryData<string, object> Payloads => new()
    {
        { """{"op":1,"d":null}""", new GatewayReaction.Beat() },
        { """{"op":2}""", new GatewayReaction.Ignore() },
        { """{"op":3,"d":{}}""", new GatewayReaction.Ignore() },
        { """{"op":4}""", new GatewayReaction.Ignore() },
        { """{"op":6}""", new GatewayReaction.Ignore() },
        { """{"op":7,"d":null}""", new GatewayReaction.Finish(new ConnectionEnd.ReconnectAsked()) },
        { """{"op":8}""", new GatewayReaction.Ignore() },
        { """{"op":9,"d":true}""", new GatewayReaction.Finish(new ConnectionEnd.SessionInvalid(MayResume: true)) },
        { """{"op":9,"d":false}""", new GatewayReaction.Finish(new ConnectionEnd.SessionInvalid(MayResume: false)) },
        { """{"op":9}""", new GatewayReaction.Finish(new ConnectionEnd.SessionInvalid(MayResume: false)) },
        { """{"op":9,"d":"true"}""", new GatewayReaction.Finish(new ConnectionEnd.SessionInvalid(MayResume: false)) },
        { """{"op":10,"d":{"heartbeat_interval":41250,"_trace":[]}}""", new GatewayReaction.Begin(TimeSpan.FromSeconds(41.25)) },
        { """{"op":11}""", new GatewayReaction.Acknowledge() },
        { """{"op":31}""", new GatewayReaction.Ignore() },
        { """{"op":43}""", new GatewayReaction.Ignore() },
        { """{"op":-1}""", new GatewayReaction.Ignore() },
        { """{"op":2147483647}""", new GatewayReaction.Ignore() },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Knows_every_opcode(string payload, object reaction) => Assert.Equal(reaction, GatewayReaction.To(Frame(payload)));

    [Fact]
    public void Passes_events_on() => Assert.Equal(
        "MESSAGE_CREATE", Assert.IsType<GatewayReaction.Dispatch>(GatewayReaction.To(Frame("""{"t":"MESSAGE_CREATE","s":3,"op":0,"d":{}}"""))).Frame.Name);

    [Theory]
    [InlineData("""{"op":10}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":0}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-5}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":999999999}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"soon"}}""")]
    [InlineData("""{"op":10,"d":[]}""")]
    public void Ends_a_connection_whose_Hello_is_nonsense(string payload) => Assert.IsType<ConnectionEnd.Broken>(
        Assert.IsType<GatewayReaction.Finish>(GatewayReaction.To(Frame(payload))).End);

    private static GatewayFrame Frame(string payload)
    {
        Assert.True(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(payload), out var frame));
        return frame;
    }
}
