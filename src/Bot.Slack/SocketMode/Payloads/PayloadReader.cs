using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Slack.SocketMode.Payloads;

/// <summary>Reads what envelopes hold. Takes any JSON and never throws for it.</summary>
public static class PayloadReader
{
    public static SlackPayload Read(Envelope envelope)
    {
        try
        {
            return envelope.Type switch
            {
                EnvelopeType.EventsApi => Event(envelope.Payload),
                EnvelopeType.SlashCommands => As(envelope.Payload, SlackJson.Wire.SlashCommand) is { Command: not null } command
                    ? new SlackPayload.Command(command)
                    : new SlackPayload.Unreadable("a command without its name"),
                EnvelopeType.Interactive => Interactive(envelope.Payload),
                _ => new SlackPayload.Other(envelope.TypeName),
            };
        }
        catch (JsonException ex)
        {
            // Its message names the place in the JSON, not what stands there.
            return new SlackPayload.Unreadable($"{envelope.TypeName} at {ex.Path}");
        }
    }

    private static SlackPayload Event(JsonElement payload)
    {
        var callback = As(payload, SlackJson.Wire.EventCallback);
        if (callback is null)
        {
            return new SlackPayload.Unreadable("an event without a payload");
        }
        if (callback.Type == "app_rate_limited")
        {
            return new SlackPayload.EventsDropped(callback.TeamId ?? "", callback.MinuteRateLimited ?? 0);
        }
        if (callback is not { Event: { ValueKind: JsonValueKind.Object } inner, EventId: { } id })
        {
            return new SlackPayload.Unreadable($"{callback.Type ?? "an event"} without an event or its id");
        }
        var context = new EventContext(id, callback.TeamId ?? "", callback.EventTime ?? 0, callback.IsExtSharedChannel ?? false);
        return Inner(context, As(inner, SlackJson.Wire.EventType)?.Type ?? "", inner);
    }

    private static SlackPayload Inner(EventContext context, string type, JsonElement inner) => type switch
    {
        "app_mention" => new SlackPayload.Mention(context, As(inner, SlackJson.Wire.MessageEvent)!),
        "message" => new SlackPayload.Message(context, As(inner, SlackJson.Wire.MessageEvent)!),
        "reaction_added" => new SlackPayload.Reaction(context, As(inner, SlackJson.Wire.ReactionEvent)!),
        "app_home_opened" => new SlackPayload.AppHome(context, As(inner, SlackJson.Wire.AppHomeEvent)!),
        "assistant_thread_started" when As(inner, SlackJson.Wire.AssistantThreadEvent)?.AssistantThread is { } thread =>
            new SlackPayload.AssistantOpened(context, thread),
        "message_stream_stopped" => new SlackPayload.StreamStopped(context, As(inner, SlackJson.Wire.StreamStoppedEvent)!),
        "tokens_revoked" or "app_uninstalled" => new SlackPayload.Withdrawn(context.TeamId, type),
        _ => new SlackPayload.Other(type),
    };

    private static SlackPayload Interactive(JsonElement payload) => As(payload, SlackJson.Wire.Interaction) switch
    {
        null => new SlackPayload.Unreadable("an interaction without a payload"),
        { Type: "block_actions" } pressed => new SlackPayload.Pressed(pressed),
        { Type: "block_suggestion" } typed => new SlackPayload.Suggest(typed),
        { Type: "view_submission" } submitted => new SlackPayload.Submitted(submitted),
        var other => new SlackPayload.Other(other.Type ?? "interactive"),
    };

    private static T? As<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class => element.ValueKind == JsonValueKind.Object ? element.Deserialize(type) : null;
}
