using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Faults;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>Delivers: chooses a socket, waits for the acknowledgement, and delivers events again when there is none. Runs under the core's gate.</summary>
internal sealed class DeliveryService(SimulatorCore core)
{
    /// <summary>The latencies of all acknowledgements so far.</summary>
    public List<TimeSpan> Latencies { get; } = [];

    /// <summary>Acknowledgements to lose on the way.</summary>
    public int LostAcknowledgements { get; set; }

    public DeliveryDisorder Disorder { get; set; } = DeliveryDisorder.None;

    /// <summary>Starts to deliver; <paramref name="acknowledged"/> is called with what the first acknowledgement carries.</summary>
    public Delivery Deliver(EnvelopeKind kind, JsonObject payload, bool acceptsResponse = false, Action<JsonObject?>? acknowledged = null)
    {
        var delivery = new Delivery(kind, payload, acceptsResponse) { WhenAcknowledged = acknowledged };
        var disorder = kind == EnvelopeKind.EventsApi ? Disorder.Draw() : EventDisorder.None;
        Later(disorder.Delay, () => Attempt(delivery, except: null));
        if (disorder.IsDuplicated)
        {
            Later(disorder.DuplicateDelay, () => Attempt(delivery, except: delivery.Attempts.LastOrDefault()?.Socket));
        }
        return delivery;
    }

    public void Acknowledge(DeliveryAttempt attempt, JsonObject? payload)
    {
        var after = core.Clock.GetElapsedTime(attempt.SentAt);
        attempt.AcknowledgedAfter = after;
        Latencies.Add(after);
        if (LostAcknowledgements > 0)
        {
            LostAcknowledgements--;
        }
        else
        {
            attempt.Window?.Dispose();
            attempt.Delivery.Complete(new(attempt.EnvelopeId, payload?.DeepClone().AsObject(), after));
        }
        core.Changes.Publish(new SlackChange.Acknowledged(attempt));
    }

    /// <summary>The window passed or the socket went: an event is delivered again, anything else is lost.</summary>
    public void AttemptFailed(DeliveryAttempt attempt)
    {
        attempt.Window?.Dispose();
        if (attempt.HasFailed)
        {
            return;
        }
        attempt.HasFailed = true;
        Failed(attempt.Delivery);
    }

    private void Attempt(Delivery delivery, SlackSocket? except)
    {
        if (core.Hub.Choose(except) is not { } socket)
        {
            Failed(delivery);
            return;
        }
        var attempt = new DeliveryAttempt(delivery, socket, Guid.NewGuid().ToString(), delivery.Failures, core.Clock.GetTimestamp());
        delivery.Attempts = delivery.Attempts.Add(attempt);
        attempt.Window = core.Clock.CreateTimer(_ => UnderGate(() => AttemptFailed(attempt)), null, core.Options.AcknowledgementWindow, Timeout.InfiniteTimeSpan);
        core.Hub.Send(attempt);
    }

    private void Failed(Delivery delivery)
    {
        if (delivery.State != DeliveryState.Pending)
        {
            return;
        }
        var delays = core.Options.RedeliveryDelays;
        if (delivery.Kind != EnvelopeKind.EventsApi || delivery.Failures >= delays.Count)
        {
            delivery.GiveUp();
            core.Changes.Publish(new SlackChange.Lost(delivery));
            return;
        }
        var delay = delays[delivery.Failures++];
        Later(delay, () =>
        {
            if (delivery.State == DeliveryState.Pending)
            {
                Attempt(delivery, except: null);
            }
        });
    }

    /// <summary>Does something under the gate after a while; at once where the while is none.</summary>
    public void Later(TimeSpan delay, Action action)
    {
        if (delay <= TimeSpan.Zero)
        {
            action();
            return;
        }
        ITimer? timer = null;
        timer = core.Clock.CreateTimer(_ =>
        {
            // The timer keeps itself alive through this closure until it has fired.
            timer?.Dispose();
            UnderGate(action);
        }, null, delay, Timeout.InfiniteTimeSpan);
    }

    private void UnderGate(Action action)
    {
        lock (core.Gate)
        {
            action();
        }
    }
}
