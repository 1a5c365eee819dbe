using Bot.Discord;

namespace Bot.Host.Adapters.Discord;

/// <summary>Remembers the latest so many ids. Safe for concurrent use.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Snowflake> _ids = [];
    private readonly Queue<Snowflake> _order = [];

    /// <returns>Whether it is new.</returns>
    public bool Add(Snowflake id)
    {
        lock (_gate)
        {
            if (!_ids.Add(id))
            {
                return false;
            }
            _order.Enqueue(id);
            if (_order.Count > capacity)
            {
                _ids.Remove(_order.Dequeue());
            }
            return true;
        }
    }

    public bool Contains(Snowflake id)
    {
        lock (_gate)
        {
            return _ids.Contains(id);
        }
    }
}
