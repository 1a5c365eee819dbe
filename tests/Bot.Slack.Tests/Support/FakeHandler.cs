using System.Collections.Concurrent;
using Bot.Slack.SocketMode;

namespace Bot.Slack.Tests.Support;

/// <summary>Takes envelopes as a test says.</summary>
internal sealed class FakeHandler : IEnvelopeHandler
{
    private readonly ConcurrentQueue<Envelope> _seen = new();

    public Func<Envelope, Task<EnvelopeReply>> Answer { get; set; } = _ => Task.FromResult(EnvelopeReply.Received);

    public EnvelopeReply AnswerWhenFull { get; set; } = EnvelopeReply.Withheld;

    public IReadOnlyList<Envelope> Seen => [.. _seen];

    public async ValueTask<EnvelopeReply> HandleAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        _seen.Enqueue(envelope);
        return await Answer(envelope).WaitAsync(cancellationToken);
    }

    public EnvelopeReply WhenFull(Envelope envelope) => AnswerWhenFull;
}
