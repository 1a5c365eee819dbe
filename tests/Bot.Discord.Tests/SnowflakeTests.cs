using Bot.Discord.Resources;

namespace Bot.Discord.Tests;

public sealed class SnowflakeTests
{
    [Fact]
    public void Knows_when_it_was_made() =>
        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), Snowflake.Parse("175928847299117063").CreatedAt);

    [Fact]
    public void Orders_by_age() => Assert.True(new Snowflake(5).CompareTo(new(6)) < 0);

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("18446744073709551616")]
    public void Refuses_what_is_no_id(string text) => Assert.Throws<FormatException>(() => Snowflake.Parse(text));

    [Fact]
    public void Stands_in_an_invite_with_scopes_and_permissions() => Assert.Equal(
        "https://discord.com/oauth2/authorize?client_id=7&scope=bot%20applications.commands&permissions=3072",
        InviteLink.For(new(7), Permissions.ViewChannel | Permissions.SendMessages).AbsoluteUri);
}
