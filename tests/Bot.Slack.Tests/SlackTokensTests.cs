namespace Bot.Slack.Tests;

public sealed class SlackTokensTests
{
    [Theory]
    [InlineData("xapp-1-A", null)]
    [InlineData("", "missing")]
    [InlineData("xoxb-1", "This is a bot token (xoxb-…) where the app-level token (xapp-…) belongs")]
    [InlineData("xoxp-1", "user token")]
    [InlineData("hunter2", "must start with xapp-")]
    [InlineData("xapp-", "must start with xapp-")]
    public void The_app_token_is_told_from_others(string token, string? problem) => Check(token, problem, SlackTokens.AppTokenProblem(token));

    [Theory]
    [InlineData("xoxb-1-A", null)]
    [InlineData("", "missing")]
    [InlineData("xapp-1", "This is an app-level token (xapp-…) where the bot token (xoxb-…) belongs")]
    [InlineData("xoxp-1", "user token")]
    [InlineData("hunter2", "must start with xoxb-")]
    public void The_bot_token_is_told_from_others(string token, string? problem) => Check(token, problem, SlackTokens.BotTokenProblem(token));

    private static void Check(string token, string? expected, string? problem)
    {
        Assert.Equal(expected is null, problem is null);
        Assert.Contains(expected ?? "", problem ?? "", StringComparison.Ordinal);
        Assert.True(token.Length < 7 || problem?.Contains(token, StringComparison.Ordinal) != true);
    }
}
