namespace Bot.Discord.Simulator.State;

/// <summary>What one channel allows or denies to one role or member.</summary>
public sealed record PermissionOverwrite(ulong TargetId, bool IsRole, Permissions Allow, Permissions Deny);
