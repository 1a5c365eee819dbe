namespace Bot.Discord.Gateway;

/// <summary>An event on its way to the handler, with the session that counts it.</summary>
internal sealed record QueuedEvent(GatewayEvent Event, SessionProgress Session, long Sequence);
