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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mention_that_opens_an_old_thread_again_is_answered_there_without_another_thread(bool tellsChannelType)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.TellsChannelType = tellsChannelType;
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
