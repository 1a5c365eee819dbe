using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;
using Bot.Host.Tests.Support;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>REST's rows of the fault matrix: an answer is posted once, or not at all where that can't be.</summary>
public sealed class RestFaultTests : IDisposable
{
    private const string StartThread = "POST /channels/{channel}/messages/{message}/threads";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, RestFault> Passing => new()
    {
        { "429 of the bucket", new RestFault.RateLimited(Moment, "user") },
        { "429 of all calls", new RestFault.RateLimited(Moment, "global") },
        { "429 of a shared resource", new RestFault.RateLimited(Moment, "shared") },
        { "a ban by the guard before Discord", new RestFault.CloudflareBan(TimeSpan.FromSeconds(1)) },
        { "500, nothing done", new RestFault.ServerError(500, Applied: false) },
        { "502, nothing done", new RestFault.ServerError(502, Applied: false) },
        { "503, although posted", new RestFault.ServerError(503, Applied: true) },
        { "504, although posted", new RestFault.ServerError(504, Applied: true) },
        { "a cut before", new RestFault.Cut(Applied: false) },
        { "a cut after", new RestFault.Cut(Applied: true) },
        { "no answer, nothing done", new RestFault.Hang(Applied: false) },
        { "no answer, although posted", new RestFault.Hang(Applied: true) },
        { "a slow answer", new RestFault.Slow(TimeSpan.FromSeconds(1)) },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_while_posting_leaves_one_answer(string what, RestFault fault)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(10));
        discord.FailNext(RateLimitPlan.PostMessage, fault);

        var question = discord.Ask("How long?");
        // The first answer may have been posted although its request failed: so wait for the request that worked.
        while ((await discord.ExpectRequestAsync(RateLimitPlan.PostMessage)).Status != 200)
        {
        }

        Assert.True(DiscordBot.RepliesTo(discord, question) is [_], what);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_while_starting_the_thread_leaves_one_answer_in_it(string what, RestFault fault)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder, clock: new FastTimeProvider(10));
        discord.FailNext(StartThread, fault);

        var question = discord.Ask("How long?");
        var reply = await DiscordBot.ReplyToAsync(discord, question);

        Assert.True(reply.ChannelId == question.Id, what);
        Assert.Single(DiscordBot.RepliesTo(discord, question));
    }

    [Fact]
    public async Task A_thread_that_somebody_started_already_takes_the_answer()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var retrieval = new FakeRetrieval();
        var answer = retrieval.Answer;
        retrieval.Answer = asked =>
        {
            discord.StartThread(discord.User, discord.Messages.Single(message => message.AuthorId == discord.User.Id), "mine");
            return answer(asked);
        };
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval);
        var question = discord.Ask("How long?");

        Assert.Equal(question.Id, (await DiscordBot.ReplyToAsync(discord, question)).ChannelId);
    }

    [Fact]
    public async Task A_rejected_token_ends_the_program_and_no_more_calls_are_made()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        discord.FailNext(StartThread, RestFault.Unauthorized);

        discord.Ask("How long?");

        Assert.Equal(1, await bot.ExitCodeAsync());
        Assert.Empty(discord.BotMessages);
        Assert.Single(discord.RestLog, request => request.Status == 401);
    }

    [Fact]
    public async Task A_token_that_is_wrong_from_the_start_is_said_in_one_sentence()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = DiscordBot.Launch(discord, _folder, settings: ("Discord:Token", "not.the.token"));

        Assert.Equal(1, await bot.ExitCodeAsync());

        Assert.Single(bot.Logs.At(LogLevel.Critical), line => line.Contains("developer portal", StringComparison.Ordinal));
        Assert.Equal(0, discord.ConnectionsOpened);
    }

    [Fact]
    public async Task A_missing_permission_is_told_once_for_each_channel_and_not_tried_again()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var quiet = discord.AddChannel(discord.Guild, "quiet");
        discord.Deny(quiet, discord.Bot, Permissions.SendMessages | Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads);
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        foreach (var question in new[] { "One?", "Two?" })
        {
            discord.Ask(discord.User, quiet, question);
            Assert.Equal(403, (await discord.ExpectRequestAsync(RateLimitPlan.PostMessage)).Status);
        }

        await DiscordBot.AskAsync(discord);
        Assert.Single(bot.Logs.At(LogLevel.Warning), line => line.StartsWith("Discord lets the bot do too little", StringComparison.Ordinal));
        Assert.Equal(2, discord.RestLog.Count(request => request is { Route: RateLimitPlan.PostMessage, Status: 403 }));
    }

    [Fact]
    public async Task A_question_that_is_deleted_before_its_answer_gets_none()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var retrieval = new FakeRetrieval();
        using var gate = new ManualResetEventSlim();
        var answer = retrieval.Answer;
        retrieval.Answer = question =>
        {
            if (question.Text.StartsWith("Never", StringComparison.Ordinal))
            {
                gate.Wait();
            }
            return answer(question);
        };
        await using var bot = await DiscordBot.StartAsync(discord, _folder, retrieval, settings: ("Conversations:ConcurrentAnswers", 4));

        var question = discord.Ask("Never mind?");
        await discord.ExpectRequestAsync(RateLimitPlan.Typing);
        discord.Delete(question);
        // An answer after the deletion shows that the deletion has been heard of.
        await DiscordBot.AskAsync(discord);
        gate.Set();
        await bot.StopAsync();

        Assert.Empty(DiscordBot.RepliesTo(discord, question));
        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task The_limits_that_Discord_sets_are_kept_without_a_429()
    {
        var limits = RateLimitPlan.Generous.With(RateLimitPlan.PostMessage, 3, TimeSpan.FromMilliseconds(300));
        await using var discord = await DiscordSimulator.StartAsync(new() { RateLimits = limits });
        await using var bot = await DiscordBot.StartAsync(discord, _folder, settings: ("Discord:AnswerIn", "reply"));

        var questions = Enumerable.Range(0, 12).Select(number => discord.Ask($"Question {number}?")).ToArray();
        foreach (var question in questions)
        {
            await DiscordBot.ReplyToAsync(discord, question);
        }

        Assert.All(questions, question => Assert.Single(DiscordBot.RepliesTo(discord, question)));
        Assert.Equal(0, discord.InvalidRequests);
    }
}
