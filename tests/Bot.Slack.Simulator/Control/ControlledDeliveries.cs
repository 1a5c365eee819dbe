using System.Collections.Concurrent;
using Bot.Slack.Simulator.SocketMode;

namespace Bot.Slack.Simulator.Control;

/// <summary>Numbers deliveries, so that a test elsewhere can ask what became of one.</summary>
internal sealed class ControlledDeliveries
{
    private readonly ConcurrentDictionary<int, Delivery> _deliveries = new();
    private int _last;

    public int Keep(Delivery delivery)
    {
        var number = Interlocked.Increment(ref _last);
        _deliveries[number] = delivery;
        return number;
    }

    public Delivery Find(int number) => _deliveries.GetValueOrDefault(number) ?? throw new SlackSimulatorException($"There is no delivery {number}.");
}
