namespace Bot.Slack.SocketMode.Payloads;

/// <param name="EventId">The same in each delivery of the event, unlike the envelope's id.</param>
/// <param name="EventTime">In seconds since 1970.</param>
/// <param name="IsShared">The channel is shared with other organisations.</param>
public sealed record EventContext(string EventId, string TeamId, long EventTime, bool IsShared);
