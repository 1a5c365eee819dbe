using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Retrieval.Text;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Conversations;

public sealed class ReplyCourierTests : IDisposable
{
    private static readonly DeliveryTry First = new(new AnswerId("answer"), MayBeThere: false);
    private static readonly Reply Reply = Reply.Plain(TextLanguage.English, "Yes.");

    private readonly ManualTimeProvider _clock = new();
    private readonly FakePlatform _chat = new();
    private readonly ConversationMetrics _metrics = new(new RunningWork());
    private readonly List<(TimeSpan At, DeliveryTry Try)> _tries = [];

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task A_failed_delivery_is_tried_again_with_the_same_key_and_growing_pauses_until_it_works()
    {
        await DeliverAsync(_ => _tries.Count < 5 ? new Delivery.Later("away") : null);

        Assert.Equal([0, 0.5, 1.5, 3.5, 7.5], _tries.Select(one => one.At.TotalSeconds));
        Assert.Equal([false, true, true, true, true], _tries.Select(one => one.Try.MayBeThere));
        Assert.Single(_tries.Select(one => one.Try.Id).Distinct());
        Assert.Single(_chat.Standing);
    }

    [Fact]
    public async Task The_chat_s_own_pause_goes_first()
    {
        await DeliverAsync(_ => _tries.Count < 2 ? new Delivery.Later("slow down", TimeSpan.FromSeconds(42)) : null);

        Assert.Equal([0, 42], _tries.Select(one => one.At.TotalSeconds));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_there_is_no_hope()
    {
        await DeliverAsync(_ => new Delivery.Later("away"));

        Assert.InRange(_tries[^1].At, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Empty(_chat.Standing);
    }

    [Fact]
    public async Task A_broken_chat_is_tried_again()
    {
        await DeliverAsync(_ => _tries.Count < 2 ? throw new InvalidOperationException("broken") : null);

        Assert.Single(_chat.Standing);
    }

    [Fact]
    public async Task What_is_impossible_is_tried_once()
    {
        await DeliverAsync(_ => new Delivery.Impossible("deleted"));

        Assert.Single(_tries);
    }

    private async Task DeliverAsync(Func<DeliveryTry, Delivery?> outcome)
    {
        var began = _clock.GetUtcNow();
        _chat.BeforePost = (_, attempt, _) =>
        {
            _tries.Add((_clock.GetUtcNow() - began, attempt));
            return Task.FromResult(outcome(attempt));
        };
        var courier = new ReplyCourier(
            Options.Create(new ConversationsSettings()), _clock, new Chance(() => 0.5), _metrics, NullLogger<ReplyCourier>.Instance);
        var delivering = courier.DeliverAsync(_chat, ConversationBot.Message("1", clock: _clock), Reply, First, CancellationToken.None);
        while (!delivering.IsCompleted)
        {
            await Task.WhenAny(delivering, _clock.WhenWaitedForAsync());
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }
        await delivering;
    }
}
