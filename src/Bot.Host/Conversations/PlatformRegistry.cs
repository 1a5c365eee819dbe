namespace Bot.Host.Conversations;

/// <summary>The chats that this process serves, by name.</summary>
internal sealed class PlatformRegistry(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _byName = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<IChatPlatform> All => _byName.Values;

    public IChatPlatform Get(string name) => _byName[name];

    /// <summary>Null where this process doesn't serve it.</summary>
    public IChatPlatform? Find(string name) => _byName.GetValueOrDefault(name);
}
