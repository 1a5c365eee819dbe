namespace Bot.Discord.Simulator.State;

/// <summary>One reaction of one user; <paramref name="Emoji"/> is the character, or <c>name:id</c>.</summary>
public sealed record SimReaction(ulong UserId, string Emoji);
