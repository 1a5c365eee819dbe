using Bot.Host.Adapters.Discord;

namespace Bot.Host.Tests.Discord;

public sealed class DiscordLayoutTests
{
    [Fact]
    public void A_reply_without_a_file_takes_away_the_file_of_what_it_replaces()
    {
        var files = new DiscordLayout("done", [], [], File: null).ToEdit().Files;

        Assert.NotNull(files);
        Assert.Empty(files);
    }
}
