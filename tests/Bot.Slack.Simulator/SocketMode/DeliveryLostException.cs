namespace Bot.Slack.Simulator.SocketMode;

/// <summary>An envelope was given up without acknowledgement; the person would have seen an error, or nothing.</summary>
public sealed class DeliveryLostException(string message) : Exception(message);
