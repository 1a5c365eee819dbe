using System.Collections.Concurrent;
using Bot.Discord.Gateway;
using Bot.Discord.Simulator;
using Bot.Discord.Tests.Fakes;

namespace Bot.Discord.Tests.Whole;

public sealed class QuestionStormTests : IDisposable
{
    private const int Runs = 3;
    private const int QuestionsARun = 700;
    private const int Users = 50;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly ConcurrentDictionary<ulong, bool> _written = new();
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _offered;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loses_no_question_over_drops_full_queues_failing_handlers_repeated_and_late_events_and_restarts(bool compress)
    {
        await using var discord = await DiscordSimulator.StartAsync();
        discord.DispatchChaos = new(Duplicated: 0.2, Delayed: 0.2, LongestDelay: TimeSpan.FromMilliseconds(20));
        var users = Enumerable.Range(0, Users).Select(number => discord.AddUser($"user{number}")).ToList();
        var asked = new List<ulong>();
        for (var run = 0; run < Runs; run++)
        {
            await using var bot = new LiveBot(discord, options => (options.StateFolder, options.QueueCapacity, options.Compress) = (_folder, 20, compress), WriteAsync);
            await bot.Handler.TakenAsync();
            for (var question = 0; question < QuestionsARun; question++)
            {
                asked.Add(discord.Ask(users[question % Users], discord.Channel, $"question {run}.{question}").Id);
                if (question % 70 == 0)
                {
                    await discord.DropConnectionAsync(question % 140 == 0 ? 4000 : null);
                }
            }
            if (run == Runs - 1)
            {
                await _all.Task.Soon();
                Assert.Contains("waiting for the handler", bot.Logs.All, StringComparison.Ordinal);
            }
        }
        Assert.Equal(asked.Order(), _written.Keys.Order());
        Assert.Single(discord.GatewayLog, payload => payload.Name == "identify");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Stands for a handler that writes questions down, sometimes fails and is sometimes slow.</summary>
    private async Task WriteAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken)
    {
        var offered = Interlocked.Increment(ref _offered);
        if (offered % 20 == 0)
        {
            throw new IOException("The disk is busy.");
        }
        if (offered % 7 == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }
        if (gatewayEvent is GatewayEvent.MessageCreated { Message: { } message } && _written.TryAdd(message.Id.Value, true) && _written.Count == Runs * QuestionsARun)
        {
            _all.TrySetResult();
        }
    }
}
