namespace Bot.Slack.Simulator;

/// <summary>The app did what Slack would refuse or what breaks a rule; or a test asked for what can't be.</summary>
public sealed class SlackSimulatorException(string message) : Exception(message);
