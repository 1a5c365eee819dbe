using System.Text.Json;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>The limits of messages, posted and edited, in channels and in answers to interactions.</summary>
internal static class MessageRules
{
    private const int MostCharacters = 2000;
    private const int MostFiles = 10;
    private const int LargestFile = 10 * 1024 * 1024;
    private const int LongestNonce = 25;

    private static readonly string[] MentionKinds = ["users", "roles", "everyone"];
    private static readonly string[] LegacyMembers = ["content", "embeds", "poll", "sticker_ids"];

    /// <summary>Checks one message.</summary>
    /// <param name="wasV2">Whether the message that is edited already has V2 components, which can't be undone.</param>
    /// <exception cref="ApiException">Something is wrong; all of it is listed.</exception>
    public static void Check(RestBody body, bool wasV2)
    {
        var errors = new FormErrors();
        var isV2 = wasV2 || FlagsOf(body.Json).HasFlag(MessageFlags.ComponentsV2);
        errors.Text(body.Json, "content", "content", 0, MostCharacters);
        EmbedRules.Check(body.Json, errors);
        ComponentRules.Check(body.Json, isV2, errors);
        CheckNonce(body.Json, errors);
        CheckMentions(body.Json, errors);
        CheckAttachments(body, errors);
        if (isV2)
        {
            CheckNoLegacy(body.Json, errors);
        }
        errors.ThrowIfAny();
        if (body.Files.Any(file => file.Content.Length > LargestFile))
        {
            throw new ApiException(413, 40005, "Request entity too large");
        }
    }

    /// <exception cref="ApiException">There is nothing to show.</exception>
    public static void CheckNotEmpty(RestBody body)
    {
        if (string.IsNullOrWhiteSpace(body.Json.GetText("content")) && body.Files.Length == 0
            && !body.Json.Items("embeds").Any() && !body.Json.Items("components").Any() && body.Json.Get("poll") is null)
        {
            throw new ApiException(400, 50006, "Cannot send an empty message");
        }
    }

    public static MessageFlags FlagsOf(JsonElement message) => (MessageFlags)(message.GetInt("flags") ?? 0);

    private static void CheckNonce(JsonElement message, FormErrors errors)
    {
        switch (message.Get("nonce"))
        {
            case null or { ValueKind: JsonValueKind.Number }:
                break;
            case { ValueKind: JsonValueKind.String } text:
                errors.Length(text.GetString()!.Length, "nonce", 0, LongestNonce);
                break;
            default:
                errors.Add("nonce", "NONCE_TYPE_INVALID", "A nonce is a string or an integer.");
                break;
        }
    }

    private static void CheckMentions(JsonElement message, FormErrors errors)
    {
        if (message.Get("allowed_mentions") is not { } allowed)
        {
            return;
        }
        var parse = allowed.Items("parse").Select(kind => kind.GetString()).ToArray();
        foreach (var index in parse.Index().Where(item => !MentionKinds.Contains(item.Item, StringComparer.Ordinal)).Select(item => item.Index))
        {
            errors.Choice($"allowed_mentions.parse.{index}", "'everyone', 'users', 'roles'");
        }
        foreach (var kind in new[] { "users", "roles" })
        {
            errors.Length(allowed.Items(kind).Count(), $"allowed_mentions.{kind}", 0, 100);
            if (parse.Contains(kind, StringComparer.Ordinal) && allowed.Items(kind).Any())
            {
                errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            }
        }
    }

    private static void CheckAttachments(RestBody body, FormErrors errors)
    {
        errors.Length(body.Files.Length, "files", 0, MostFiles);
        if (body.Files.DistinctBy(file => file.Index).Count() < body.Files.Length)
        {
            errors.Add("files", "FILES_NOT_UNIQUE", "Each file needs a part name of its own.");
        }
        foreach (var (index, attachment) in body.Json.Items("attachments").Index())
        {
            errors.Text(attachment, "description", $"attachments.{index}.description", 0, 1024);
            if (attachment.GetId("id") is null)
            {
                errors.Required($"attachments.{index}.id");
            }
        }
    }

    private static void CheckNoLegacy(JsonElement message, FormErrors errors)
    {
        foreach (var member in LegacyMembers)
        {
            if (message.Get(member) is { } value && !(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) && value.ToString().Length > 0)
            {
                errors.Add(member, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{member}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }
}
