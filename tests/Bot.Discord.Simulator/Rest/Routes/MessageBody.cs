using System.Collections.Immutable;
using System.Text.Json;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Makes messages out of checked bodies.</summary>
internal sealed class MessageBody(World world)
{
    /// <summary>The draft of a new message.</summary>
    /// <param name="allowed">The flags that this request may set; others are passed over.</param>
    public MessageDraft Draft(RestBody body, SimChannel channel, MessageFlags allowed) =>
        new(world.Bot.Id, channel, body.Json.GetText("content") ?? "")
        {
            Embeds = ArrayOf(body.Json, "embeds"),
            Components = ArrayOf(body.Json, "components"),
            Attachments = Uploaded(body),
            Flags = Rules.MessageRules.FlagsOf(body.Json) & allowed,
            Nonce = body.Json.Get("nonce"),
            AllowedMentions = body.Json.Get("allowed_mentions"),
        };

    /// <summary>The message with what the body changes; members that are missing stay, those that are null are emptied.</summary>
    public SimMessage Edited(SimMessage message, RestBody body)
    {
        var json = body.Json;
        return message with
        {
            Content = Has(json, "content") ? json.GetText("content") ?? "" : message.Content,
            Embeds = Has(json, "embeds") ? ArrayOf(json, "embeds") : message.Embeds,
            Components = Has(json, "components") ? ArrayOf(json, "components") : message.Components,
            Attachments = [.. Kept(message, json), .. Uploaded(body)],
            Flags = Flags(message.Flags, json),
        };
    }

    private static MessageFlags Flags(MessageFlags before, JsonElement json)
    {
        const MessageFlags Editable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;
        var asked = Has(json, "flags") ? Rules.MessageRules.FlagsOf(json) & Editable : before & Editable;
        return (before & ~(MessageFlags.SuppressEmbeds | MessageFlags.Loading)) | asked;
    }

    /// <summary>With a list of attachments, those it doesn't name are removed; without one, all stay.</summary>
    private static IEnumerable<SimAttachment> Kept(SimMessage message, JsonElement json)
    {
        if (!Has(json, "attachments"))
        {
            return message.Attachments;
        }
        var listed = json.Items("attachments").Select(attachment => attachment.GetId("id")).ToHashSet();
        return message.Attachments.Where(attachment => listed.Contains(attachment.Id));
    }

    private ImmutableArray<SimAttachment> Uploaded(RestBody body)
    {
        var described = body.Json.Items("attachments").Where(item => item.GetId("id") is not null).ToLookup(item => item.GetId("id"));
        return
        [
            .. body.Files.Select(file => new SimAttachment(
                world.Ids.Next(),
                described[file.Index].Select(item => item.GetText("filename")).FirstOrDefault() ?? file.FileName,
                described[file.Index].Select(item => item.GetText("description")).FirstOrDefault(),
                file.ContentType,
                file.Content)),
        ];
    }

    private static bool Has(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _);

    private static JsonElement ArrayOf(JsonElement json, string name) => json.Get(name) is { ValueKind: JsonValueKind.Array } array ? array : Json.EmptyArray;
}
