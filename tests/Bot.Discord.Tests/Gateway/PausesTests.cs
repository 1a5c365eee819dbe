using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class PausesTests
{
    private static readonly DiscordClientOptions Options = new();

    [Theory]
    [InlineData("None", 0, 1.0, 0)]
    [InlineData("None", 2, 1.0, 4)]
    [InlineData("BackOff", 0, 1.0, 1)]
    [InlineData("BackOff", 3, 1.0, 8)]
    [InlineData("BackOff", 3, 0.5, 4)]
    [InlineData("BackOff", 6, 1.0, 60)]
    [InlineData("BackOff", 5000, 1.0, 60)]
    [InlineData("InvalidSession", 0, 0.0, 1)]
    [InlineData("InvalidSession", 0, 1.0, 5)]
    [InlineData("InvalidSession", 4, 1.0, 16)]
    [InlineData("TooFast", 0, 0.0, 5)]
    [InlineData("TooFast", 1, 1.0, 7)]
    [InlineData("QueueRoom", 9, 1.0, 0)]
    public void Last_as_long_as_their_kind_and_the_failures_say(string pause, int failures, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pauses.Duration(Enum.Parse<ReconnectPause>(pause), failures, Options, () => jitter));
}
