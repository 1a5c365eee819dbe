using System.Diagnostics.CodeAnalysis;

namespace Bot.Host.Adapters;

/// <summary>Remembers the latest so many keys and what belongs to them. Safe for concurrent use.</summary>
internal sealed class RecentValues<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = [];

    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (!_values.ContainsKey(key))
            {
                _order.Enqueue(key);
            }
            _values[key] = value;
            if (_order.Count > capacity)
            {
                _values.Remove(_order.Dequeue());
            }
        }
    }

    /// <returns>Whether the key is new.</returns>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_values.ContainsKey(key))
            {
                return false;
            }
            Set(key, value);
            return true;
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            return _values.TryGetValue(key, out value);
        }
    }
}
