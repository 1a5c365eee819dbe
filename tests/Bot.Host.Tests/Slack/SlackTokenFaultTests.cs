using Bot.Host.Conversations;
using Bot.Host.Tests.Support;
using Bot.Slack.Simulator.Faults;
using Bot.Slack.Simulator.Workspaces;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Slack;

/// <summary>Tokens that are wrong, withdrawn or lack a scope: the operator is told which, and why.</summary>
public sealed class SlackTokenFaultTests : IAsyncLifetime
{
    private SlackWorld _world = null!;

    public async Task InitializeAsync() => _world = await SlackWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("chat:write")]
    [InlineData("app_mentions:read")]
    public async Task A_missing_scope_ends_the_start_and_is_named(string scope)
    {
        _world.Slack.Workspace.WithoutScope(scope);

        await using var bot = await EndedAsync();

        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.Contains(scope, StringComparison.Ordinal));
        Assert.Equal(0, _world.Slack.Sockets.Opened);
    }

    [Theory]
    [InlineData(TokenState.Revoked, "token_revoked")]
    [InlineData(TokenState.Expired, "token_expired")]
    [InlineData(TokenState.AccountInactive, "account_inactive")]
    public async Task A_bot_token_that_is_no_good_ends_the_start(TokenState state, string code)
    {
        _world.Slack.Workspace.Token = state;

        await using var bot = await EndedAsync();

        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.Contains(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TokenState.Revoked, true, "token_revoked")]
    [InlineData(TokenState.AccountInactive, true, "account_inactive")]
    [InlineData(TokenState.Valid, false, "connections:write")]
    public async Task An_app_token_that_is_no_good_ends_the_start(TokenState state, bool hasScope, string said)
    {
        _world.Slack.SetAppToken(state, hasScope);

        await using var bot = await EndedAsync();

        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.Contains(said, StringComparison.Ordinal));
        Assert.Equal(0, _world.Slack.Sockets.Opened);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("forbidden_team")]
    [InlineData("team_access_not_granted")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    public async Task Errors_that_no_try_can_mend_end_the_connecting(string code)
    {
        _world.Slack.Faults.Always("apps.connections.open", new ApiFault.Error(code));

        await using var bot = await EndedAsync();

        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.Contains(code, StringComparison.Ordinal));
        // One a socket, and not one more.
        Assert.InRange(_world.Slack.Calls.Count(call => call.Method == "apps.connections.open"), 1, 2);
    }

    [Theory]
    [InlineData(TokenState.Revoked)]
    [InlineData(TokenState.AccountInactive)]
    public async Task A_bot_whose_workspace_takes_it_away_leaves_slack_and_says_so(TokenState state)
    {
        await using var bot = await _world.StartBotAsync();
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));

        var told = _world.Slack.Revoke(state)!;
        await told.Acknowledged;
        await bot.EndedAsync();

        Assert.Equal(PlatformConnection.Failed, bot.Get<PlatformRegistry>().Get("slack").State.Connection);
        Assert.Contains(bot.Logs.At(LogLevel.Critical), line => line.Contains("Bot:Slack:BotToken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_revoked_without_notice_leaves_the_question_for_later_and_nothing_is_posted_twice()
    {
        await using var bot = await _world.StartBotAsync();

        _world.Slack.Workspace.Token = TokenState.Revoked;
        var question = _world.Ann.Mention(_world.Law, "How long?");
        await _world.Slack.CallAsync("chat.postMessage", call => call.Error == "token_revoked");
        _world.Slack.Workspace.Token = TokenState.Valid;

        await _world.Slack.ReplyAsync(question);
        await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "the last"));
        Assert.Single(question.BotReplies);
    }

    [Fact]
    public async Task Secrets_are_in_no_log()
    {
        await using (var bot = await _world.StartBotAsync())
        {
            await _world.Ann.Command(_world.Law, "/ask", "How long?").Acknowledged;
            await _world.Slack.EphemeralAsync(_world.Ann, shown => shown.Text.Contains("Seven", StringComparison.Ordinal));
            _world.Slack.Faults.Next("chat.postMessage", new ApiFault.Status(500), new ApiFault.CutAnswer());
            await _world.Slack.ReplyAsync(_world.Ann.Mention(_world.Law, "How long?"));
            await bot.StopAsync();

            var said = string.Join('\n', bot.Logs.Lines.Select(line => line.Message));
            Assert.DoesNotContain(_world.Slack.BotToken, said, StringComparison.Ordinal);
            Assert.DoesNotContain(_world.Slack.AppToken, said, StringComparison.Ordinal);
            Assert.DoesNotContain("/response/", said, StringComparison.Ordinal);
            Assert.DoesNotContain("ticket=", said, StringComparison.Ordinal);
        }
    }

    /// <summary>A bot that was started and gave up.</summary>
    private async Task<RunningBot> EndedAsync()
    {
        var bot = await RunningBot.StartAsync(_world.Folder, _world.Settings, _world.Retrieval);
        await bot.EndedAsync();
        Assert.Equal(PlatformConnection.Failed, bot.Get<PlatformRegistry>().Get("slack").State.Connection);
        return bot;
    }
}
