using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>A registered application command.</summary>
/// <param name="GuildId">Null for a global command.</param>
/// <param name="Body">As it was registered.</param>
/// <param name="Version">Changes when the command does.</param>
public sealed record SimCommand(ulong Id, ulong? GuildId, string Name, JsonElement Body, ulong Version)
{
    internal CommandType Type => (CommandType)(Body.GetInt("type") ?? (int)CommandType.ChatInput);

    /// <summary>What a member needs by default to see the command; null for nothing.</summary>
    public Permissions? DefaultMemberPermissions =>
        Body.GetText("default_member_permissions") is { } bits && ulong.TryParse(bits, out var permissions) ? (Permissions)permissions : null;

    internal JsonObject Render(ulong applicationId)
    {
        var json = (JsonObject)Json.Node(Body)!;
        json["id"] = Json.Id(Id);
        json["application_id"] = Json.Id(applicationId);
        json["version"] = Json.Id(Version);
        json["type"] = (int)Type;
        if (GuildId is not null)
        {
            json["guild_id"] = Json.Id(GuildId);
        }
        json.TryAdd("default_member_permissions", null);
        json.TryAdd("dm_permission", true);
        json.TryAdd("nsfw", false);
        json.TryAdd("name_localizations", null);
        json.TryAdd("description_localizations", null);
        json.TryAdd("contexts", null);
        json.TryAdd("integration_types", new JsonArray(0));
        return json;
    }
}
