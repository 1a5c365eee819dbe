using System.Text.Json;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>The limits of embeds.</summary>
internal static class EmbedRules
{
    private const int MostEmbeds = 10;
    private const int MostFields = 25;
    private const int MostCharacters = 6000;

    public static void Check(JsonElement message, FormErrors errors)
    {
        var embeds = message.Items("embeds").ToArray();
        errors.Length(embeds.Length, "embeds", 0, MostEmbeds);
        foreach (var (index, embed) in embeds.Index())
        {
            CheckOne(embed, $"embeds.{index}", errors);
        }
        if (embeds.Sum(Characters) > MostCharacters)
        {
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
        }
    }

    private static void CheckOne(JsonElement embed, string path, FormErrors errors)
    {
        errors.Text(embed, "title", $"{path}.title", 0, 256);
        errors.Text(embed, "description", $"{path}.description", 0, 4096);
        if (embed.Get("footer") is { } footer)
        {
            errors.Text(footer, "text", $"{path}.footer.text", 0, 2048, required: true);
        }
        if (embed.Get("author") is { } author)
        {
            errors.Text(author, "name", $"{path}.author.name", 0, 256, required: true);
        }
        if (embed.Get("url") is { } url && !IsWeb(url))
        {
            errors.Add($"{path}.url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        var fields = embed.Items("fields").ToArray();
        errors.Length(fields.Length, $"{path}.fields", 0, MostFields);
        foreach (var (index, field) in fields.Index())
        {
            errors.Text(field, "name", $"{path}.fields.{index}.name", 1, 256, required: true);
            errors.Text(field, "value", $"{path}.fields.{index}.value", 1, 1024, required: true);
        }
    }

    private static int Characters(JsonElement embed) =>
        Length(embed, "title") + Length(embed, "description")
        + (embed.Get("footer") is { } footer ? Length(footer, "text") : 0)
        + (embed.Get("author") is { } author ? Length(author, "name") : 0)
        + embed.Items("fields").Sum(field => Length(field, "name") + Length(field, "value"));

    private static int Length(JsonElement parent, string name) => parent.GetText(name)?.Length ?? 0;

    private static bool IsWeb(JsonElement url) =>
        url.ValueKind == JsonValueKind.String && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "attachment";
}
