using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Whole;

public sealed class RestOverSocketsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Posts_edits_and_deletes_messages_with_files()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        Snowflake channel = new(discord.Channel.Id);
        var posted = await bot.Messages.CreateAsync(
            channel, new() { Content = "one", Nonce = "a", Files = [new("a.md", Encoding.UTF8.GetBytes("text"), "text/markdown")] }, None);
        await bot.Messages.EditAsync(channel, posted.Id, new() { Content = "two" }, None);
        Assert.Equal("two", (await bot.Messages.GetAsync(channel, posted.Id, None)).Content);
        await bot.Messages.AddReactionAsync(channel, posted.Id, "👍", None);
        await bot.Channels.TriggerTypingAsync(channel, None);
        await bot.Messages.DeleteAsync(channel, posted.Id, None);
        await bot.Messages.DeleteAsync(channel, posted.Id, None);
        Assert.True(discord.Message(posted.Id.Value)!.IsDeleted);
    }

    [Fact]
    public async Task Starts_a_thread_once()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        var question = discord.Ask("why?");
        var first = await bot.Channels.StartThreadAsync(new(discord.Channel.Id), new(question.Id), new("Why?"), None);
        var second = await bot.Channels.StartThreadAsync(new(discord.Channel.Id), new(question.Id), new("Why?"), None);
        Assert.Equal((new Snowflake(question.Id), first.Id), (first.Id, second.Id));
        Assert.Single(discord.Threads);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cut")]
    public async Task Posts_once_although_the_answer_was_lost(string fault)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.FailNext(RateLimitPlan.PostMessage, fault == "cut" ? new RestFault.Cut(Applied: true) : new RestFault.ServerError(502, Applied: true), times: 2);
        await bot.Messages.CreateAsync(new(discord.Channel.Id), new() { Content = "once", Nonce = "question-1" }, None);
        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task Stays_within_the_limits_it_is_told()
    {
        await using var discord = await DiscordSimulator.StartAsync(new()
        {
            RateLimits = RateLimitPlan.LikeDiscord.With(RateLimitPlan.PostMessage, 5, TimeSpan.FromMilliseconds(300)),
        });
        await using var bot = await LiveBot.StartAsync(discord);
        await Task.WhenAll(Enumerable.Range(0, 23).Select(number =>
            bot.Messages.CreateAsync(new(discord.Channel.Id), new() { Content = $"{number}", Nonce = $"{number}" }, None))).Soon();
        Assert.Equal(23, discord.BotMessages.Count);
        Assert.Equal(0, discord.InvalidRequests);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("global")]
    [InlineData("shared")]
    public async Task Waits_out_a_429_and_then_gets_through(string scope)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.FailNext(RateLimitPlan.PostMessage, new RestFault.RateLimited(TimeSpan.FromMilliseconds(200), scope));
        await bot.Messages.CreateAsync(new(discord.Channel.Id), new() { Content = "late" }, None).Soon();
        Assert.Single(discord.BotMessages);
    }

    [Fact]
    public async Task Stops_calling_when_the_address_is_banned()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.FailNext(RateLimitPlan.PostMessage, new RestFault.CloudflareBan(TimeSpan.FromMinutes(5)));
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => bot.Messages.CreateAsync(new(discord.Channel.Id), new() { Content = "x" }, None));
        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        var calls = discord.RestRequests;
        await Assert.ThrowsAsync<DiscordApiException>(() => bot.Channels.TriggerTypingAsync(new(discord.Channel.Id), None));
        Assert.Equal(calls, discord.RestRequests);
    }

    [Fact]
    public async Task Keeps_the_token_of_an_interaction_out_of_traces()
    {
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => traced.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => tag.Value))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await Assert.ThrowsAsync<DiscordApiException>(() => bot.Interactions.DeleteOriginalAsync(new(1), new("traced-token"), None));
        Assert.DoesNotContain(traced, tags => tags.Contains("webhooks/1/traced-token", StringComparison.Ordinal) && tags.Contains("http://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_which_permission_to_give()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        discord.Deny(discord.Channel, discord.Bot, Bot.Discord.Simulator.State.Permissions.SendMessages);
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => bot.Messages.CreateAsync(new(discord.Channel.Id), new() { Content = "x" }, None));
        Assert.Equal((DiscordErrorCode.MissingPermissions, false), (error.Code, error.IsTransient));
        Assert.Contains("Send Messages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_commands_only_when_they_changed()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        Snowflake application = new(discord.Bot.Id), guild = new(discord.Guild.Id);
        await bot.Applications.OverwriteCommandsAsync(application, guild, [Clause, Ask], None);
        var there = await bot.Applications.GetCommandsAsync(application, guild, None);
        Assert.True(Clause.Describes(there.Single(command => command.Name == "clause")));
        Assert.True(Ask.Describes(there.Single(command => command.Name == "ask")));
        Assert.False((Clause with { Description = "Something else" }).Describes(there.Single(command => command.Name == "clause")));
    }

    [Fact]
    public async Task Answers_commands_completions_and_buttons()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await LiveBot.StartAsync(discord);
        await bot.Applications.OverwriteCommandsAsync(new(discord.Bot.Id), new(discord.Guild.Id), [Clause, Ask], None);

        discord.TypeOption(discord.User, discord.Channel, "clause", "reference", "226");
        var typed = (await bot.Handler.TakenAsync<GatewayEvent.InteractionCreated>()).Interaction;
        Assert.Equal((InteractionType.Autocomplete, "226"), (typed.Type, typed.Data!.Focused!.Text));
        await bot.Interactions.RespondAsync(typed.Id, typed.Token, new InteractionResponse.Autocomplete([new("22603(b)", "22603(b)")]), None);

        discord.RunCommand(discord.User, discord.Channel, "ask", new Dictionary<string, object> { ["question"] = "why?" });
        var asked = (await bot.Handler.TakenAsync<GatewayEvent.InteractionCreated>()).Interaction;
        Assert.Equal("why?", asked.Data!.Option("question")!.Text);
        await bot.Interactions.RespondAsync(asked.Id, asked.Token, new InteractionResponse.DeferredReply(Ephemeral: false), None);
        var again = await Assert.ThrowsAsync<DiscordApiException>(() =>
            bot.Interactions.RespondAsync(asked.Id, asked.Token, new InteractionResponse.DeferredReply(Ephemeral: false), None));
        Assert.Equal(DiscordErrorCode.InteractionAlreadyAcknowledged, again.Code);
        var answer = await bot.Interactions.EditOriginalAsync(
            asked.ApplicationId, asked.Token, new() { Content = "because", Components = [Component.Row(Component.Button("more", "Show passage"))] }, None);
        var followUp = await bot.Interactions.CreateFollowUpAsync(asked.ApplicationId, asked.Token, new() { Content = "and" }, None);
        await bot.Interactions.EditFollowUpAsync(asked.ApplicationId, asked.Token, followUp.Id, new() { Content = "and so" }, None);
        Assert.Equal("because", (await bot.Interactions.GetOriginalAsync(asked.ApplicationId, asked.Token, None)).Content);

        discord.Click(discord.User, discord.Message(answer.Id.Value)!, "more");
        var clicked = (await bot.Handler.TakenAsync<GatewayEvent.InteractionCreated>()).Interaction;
        Assert.Equal(("more", answer.Id), (clicked.Data!.CustomId, clicked.Message!.Id));
        await bot.Interactions.RespondAsync(clicked.Id, clicked.Token, new InteractionResponse.Modal("form", "Why", [Component.TextField("a", "Reason")]), None);
        await bot.Interactions.DeleteFollowUpAsync(asked.ApplicationId, asked.Token, followUp.Id, None);
        Assert.True(discord.Message(followUp.Id.Value)!.IsDeleted);
    }

    private static ApplicationCommand Clause => new()
    {
        Name = "clause",
        Description = "Shows a clause",
        DescriptionLocalizations = new Dictionary<string, string> { ["zh-CN"] = "显示条款" },
        Options = [new() { Type = CommandOptionType.String, Name = "reference", Description = "Such as 22603(b)", Required = true, Autocomplete = true }],
    };

    private static ApplicationCommand Ask => new()
    {
        Name = "ask",
        Description = "Asks the documents",
        Options = [new() { Type = CommandOptionType.String, Name = "question", Description = "What to ask", Required = true, MaxLength = 1000 }],
    };
}
