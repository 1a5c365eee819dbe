namespace Bot.Discord.Simulator.State;

/// <summary>A role of a guild; the one with the guild's own id is @everyone.</summary>
public sealed record SimRole(ulong Id, string Name, Permissions Permissions, bool Managed = false)
{
    public string Mention => $"<@&{Id}>";
}
