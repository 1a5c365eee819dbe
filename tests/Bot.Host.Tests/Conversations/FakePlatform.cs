using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Host.Conversations;

namespace Bot.Host.Tests.Conversations;

/// <summary>A chat that keeps what it is told, and behaves as a test says.</summary>
internal sealed class FakePlatform(string name = "fake") : IChatPlatform
{
    private readonly Channel<Posted> _posts = Channel.CreateUnbounded<Posted>();
    private readonly ConcurrentDictionary<AnswerId, Posted> _standing = [];

    public string Name => name;

    public PlatformState State { get; set; } = new(PlatformConnection.Connected);

    public TimeSpan SignLasts { get; set; } = TimeSpan.FromSeconds(8);

    public ConcurrentQueue<(string Event, bool IsPrivate)> Signs { get; } = [];

    public ConcurrentQueue<string> Progress { get; } = [];

    /// <summary>How long showing progress takes, or how it fails.</summary>
    public Func<Task> OnProgress { get; set; } = () => Task.CompletedTask;

    /// <summary>Called before a reply is posted; what it returns, unless null, is the outcome instead.</summary>
    public Func<IncomingMessage, DeliveryTry, CancellationToken, Task<Delivery?>> BeforePost { get; set; } = (_, _, _) => Task.FromResult<Delivery?>(null);

    /// <summary>Called after a reply was posted: the answer to the poster may be lost.</summary>
    public Func<IncomingMessage, Task> AfterPost { get; set; } = _ => Task.CompletedTask;

    /// <summary>What stands in the chat: an id posts once.</summary>
    public IReadOnlyCollection<Posted> Standing => [.. _standing.Values];

    public int Tries { get; private set; }

    public async Task<Posted> NextAsync() => await _posts.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    public Task ShowWorkingAsync(IncomingMessage message, bool isPrivate, CancellationToken cancellationToken)
    {
        Signs.Enqueue((message.Event.Id, isPrivate));
        return Task.CompletedTask;
    }

    public Task ShowProgressAsync(IncomingMessage message, Reply soFar, CancellationToken cancellationToken)
    {
        Progress.Enqueue(soFar.Text);
        return OnProgress();
    }

    public async Task<Delivery> ReplyAsync(IncomingMessage message, Reply reply, DeliveryTry attempt, CancellationToken cancellationToken)
    {
        Tries++;
        if (await BeforePost(message, attempt, cancellationToken) is { } instead)
        {
            return instead;
        }
        var post = new Posted(message, reply, attempt);
        if (_standing.TryAdd(attempt.Id, post))
        {
            await _posts.Writer.WriteAsync(post, cancellationToken);
        }
        await AfterPost(message);
        return new Delivery.Done();
    }
}

internal sealed record Posted(IncomingMessage Message, Reply Reply, DeliveryTry Attempt);
