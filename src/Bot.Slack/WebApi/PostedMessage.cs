namespace Bot.Slack.WebApi;

/// <summary>A message that stands in a channel. <c>Ts</c> is its id there: a text, never a number.</summary>
public sealed record PostedMessage(string Channel, string Ts);
