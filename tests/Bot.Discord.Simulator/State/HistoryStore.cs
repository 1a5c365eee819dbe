using System.Diagnostics.CodeAnalysis;

namespace Bot.Discord.Simulator.State;

/// <summary>Things by id that forgets the oldest beyond its limit. Use it under the world's gate.</summary>
internal sealed class HistoryStore<T>(int limit)
{
    private readonly Dictionary<ulong, T> _items = [];
    private readonly Queue<ulong> _order = [];

    public IEnumerable<T> All => _order.Where(_items.ContainsKey).Select(id => _items[id]);

    public int Count => _items.Count;

    public bool TryGet(ulong id, [MaybeNullWhen(false)] out T item) => _items.TryGetValue(id, out item);

    public void Set(ulong id, T item)
    {
        if (!_items.ContainsKey(id))
        {
            _order.Enqueue(id);
        }
        _items[id] = item;
        while (_order.Count > limit)
        {
            _items.Remove(_order.Dequeue());
        }
    }

    /// <summary>Takes an item out; its place in the order is passed over.</summary>
    public void Remove(ulong id) => _items.Remove(id);
}
