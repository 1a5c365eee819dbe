namespace Bot.Discord.Simulator.Rest;

/// <summary>So many requests in each window.</summary>
public sealed record RateLimit(int Requests, TimeSpan Window);
