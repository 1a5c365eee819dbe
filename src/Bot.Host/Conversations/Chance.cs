namespace Bot.Host.Conversations;

/// <summary>Where jitter comes from; a test decides it.</summary>
/// <param name="Next">From 0 to below 1; safe for concurrent use.</param>
internal sealed record Chance(Func<double> Next);
