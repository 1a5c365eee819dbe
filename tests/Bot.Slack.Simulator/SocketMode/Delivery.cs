using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.SocketMode;

/// <summary>One thing that the app is told: an event, a command or an interaction, with all attempts to deliver it.</summary>
public sealed class Delivery
{
    private readonly TaskCompletionSource<Acknowledgement> _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Delivery(EnvelopeKind kind, JsonObject payload, bool acceptsResponse)
    {
        (Kind, Payload, AcceptsResponse) = (kind, payload.ToJsonString(Json.Options), acceptsResponse);
        EventId = (string?)payload["event_id"];
        Type = (string?)payload["event"]?["type"] ?? (string?)payload["type"] ?? (string?)payload["command"] ?? "";
    }

    public EnvelopeKind Kind { get; }

    /// <summary>The event's or interaction's type, or the command's name.</summary>
    public string Type { get; }

    /// <summary>The same for all attempts; null for commands and interactions.</summary>
    public string? EventId { get; }

    public DeliveryState State { get; private set; }

    public ImmutableArray<DeliveryAttempt> Attempts { get; internal set; } = [];

    /// <summary>
    /// Ends with the first acknowledgement. Throws <see cref="DeliveryLostException"/> when the delivery is given up.
    /// </summary>
    public Task<Acknowledgement> Acknowledged => _acknowledged.Task;

    internal string Payload { get; }

    internal bool AcceptsResponse { get; }

    /// <summary>What Slack does with the payload of the acknowledgement.</summary>
    internal Action<JsonObject?>? WhenAcknowledged { get; init; }

    /// <summary>How many attempts in a row failed or found no socket.</summary>
    internal int Failures { get; set; }

    /// <summary>Notes the first acknowledgement; later ones, and those after giving up, change nothing.</summary>
    internal void Complete(Acknowledgement acknowledgement)
    {
        if (State == DeliveryState.Pending)
        {
            State = DeliveryState.Acknowledged;
            WhenAcknowledged?.Invoke(acknowledgement.Payload);
            _acknowledged.TrySetResult(acknowledgement);
        }
    }

    internal void GiveUp()
    {
        State = DeliveryState.Lost;
        _acknowledged.TrySetException(new DeliveryLostException($"Nobody acknowledged {Kind} {Type} {EventId}."));
        // A test may not care; an exception that nobody looks at must not end up with the finalizer.
        _ = _acknowledged.Task.Exception;
    }
}
