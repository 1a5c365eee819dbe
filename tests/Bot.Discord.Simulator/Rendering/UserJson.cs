using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rendering;

/// <summary>Users, members and roles as Discord writes them.</summary>
internal static class UserJson
{
    public static JsonObject User(SimUser user) => new()
    {
        ["id"] = Json.Id(user.Id),
        ["username"] = user.Name,
        ["discriminator"] = user.IsBot ? "0001" : "0",
        ["global_name"] = user.IsBot ? null : user.Name,
        ["avatar"] = null,
        ["bot"] = user.IsBot,
        ["public_flags"] = 0,
    };

    /// <summary>A member without its user, as messages carry it.</summary>
    public static JsonObject PartialMember(SimGuild guild, ulong userId) => new()
    {
        ["roles"] = Json.Ids(guild.Members.GetValueOrDefault(userId, [])),
        ["nick"] = null,
        ["avatar"] = null,
        ["joined_at"] = Timestamps.Iso(guild.JoinedAt),
        ["premium_since"] = null,
        ["communication_disabled_until"] = null,
        ["deaf"] = false,
        ["mute"] = false,
        ["pending"] = false,
        ["flags"] = 0,
    };

    public static JsonObject Member(SimGuild guild, SimUser user)
    {
        var member = PartialMember(guild, user.Id);
        member["user"] = User(user);
        return member;
    }

    public static JsonObject Role(SimRole role, int position) => new()
    {
        ["id"] = Json.Id(role.Id),
        ["name"] = role.Name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = position,
        ["permissions"] = Bits(role.Permissions),
        ["managed"] = role.Managed,
        ["mentionable"] = false,
        ["flags"] = 0,
    };

    public static JsonArray Roles(ImmutableArray<SimRole> roles) => [.. roles.Select(Role)];

    /// <summary>Permissions are a number in a string, since it may need more than 53 bits.</summary>
    public static string Bits(Permissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);
}
