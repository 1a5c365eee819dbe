using Bot.Discord.Simulator;
using Bot.Discord.Simulator.Rest;
using Bot.Host.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

public sealed class ThreadsOfOthersTests : IDisposable
{
    private const string StartThread = "POST /channels/{channel}/messages/{message}/threads";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mention_in_an_old_thread_is_answered_there_without_another_thread()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        var other = discord.AddUser("ben");
        var thread = discord.StartThread(other, discord.Post(other, discord.Channel, "A thread of ours"), "ours");
        discord.Archive(thread);
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        var question = discord.Ask(other, thread, "How long?");
        var reply = await discord.ExpectReplyAsync(message => message.ReferenceId == question.Id);

        Assert.Equal(thread.Id, reply.ChannelId);
        Assert.DoesNotContain(discord.RestLog, request => request.Route == StartThread);
    }

    [Fact]
    public async Task A_thread_that_is_opened_again_is_known_from_then_on()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.TellsChannelType = false;
        var other = discord.AddUser("ben");
        var thread = discord.StartThread(other, discord.Post(other, discord.Channel, "A thread of ours"), "ours");
        discord.Archive(thread);
        await using var bot = await DiscordBot.StartAsync(discord, _folder);

        // Unknown, it looks like a channel, and Discord refuses a thread in it.
        var before = discord.Ask(other, thread, "How long?");
        await discord.ExpectReplyAsync(message => message.ReferenceId == before.Id);
        discord.Archive(thread);
        var after = discord.Ask(other, thread, "How long?");
        await discord.ExpectReplyAsync(message => message.ReferenceId == after.Id);

        Assert.Single(discord.RestLog, request => request.Route == StartThread);
    }

    [Fact]
    public async Task Where_Discord_takes_no_thread_the_answer_is_a_reply_and_no_permission_is_said_to_be_missing()
    {
        await using var discord = await DiscordSimulator.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, _folder);
        discord.FailNext(StartThread, new RestFault.Refused(400, 50024, "Cannot execute action on this channel type"));

        var question = discord.Ask("How long?");
        var reply = await DiscordBot.ReplyToAsync(discord, question);

        Assert.Equal((discord.Channel.Id, question.Id), (reply.ChannelId, reply.ReferenceId));
        Assert.DoesNotContain(bot.Logs.At(LogLevel.Warning), line => line.Contains("too little", StringComparison.Ordinal));
    }
}
