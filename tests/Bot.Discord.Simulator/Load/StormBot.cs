namespace Bot.Discord.Simulator.Load;

/// <summary>How a storm starts and ends the bot.</summary>
/// <param name="Start">Starts the bot with the data it had before; the first time, with none.</param>
/// <param name="Stop">Ends it as an operator does, and waits for its end.</param>
/// <param name="Kill">Ends it as a power failure does.</param>
public sealed record StormBot(Func<Task> Start, Func<Task> Stop, Func<Task> Kill);
