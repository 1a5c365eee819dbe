using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Discord.Simulator.State;

/// <summary>Whom a text names, and whom of them <c>allowed_mentions</c> lets it ping.</summary>
internal static partial class Mentions
{
    public static ImmutableArray<ulong> UsersIn(string text) => Ids(UserMention().Matches(text));

    public static ImmutableArray<ulong> RolesIn(string text) => Ids(RoleMention().Matches(text));

    /// <summary>Who is pinged.</summary>
    /// <param name="allowed">The request's <c>allowed_mentions</c>, null where it had none.</param>
    /// <param name="repliedTo">The author of the message that this one replies to.</param>
    /// <param name="onlyUsersByDefault">True in interactions and webhooks, which ping no roles and not everyone unless told to.</param>
    public static Pings Of(string text, JsonElement? allowed, ulong? repliedTo, bool mayPingEveryone, bool onlyUsersByDefault)
    {
        var users = UsersIn(text);
        var roles = RolesIn(text);
        var everyone = mayPingEveryone && Everyone().IsMatch(text);
        var replied = repliedTo is { } author ? ImmutableArray.Create(author) : [];
        if (allowed is not { } rules)
        {
            return onlyUsersByDefault
                ? new([.. users, .. replied], [], Everyone: false)
                : new([.. users, .. replied], [.. roles], everyone);
        }
        return new(
            [.. Permitted(users, rules, "users"), .. rules.GetFlag("replied_user") == true ? replied : []],
            [.. Permitted(roles, rules, "roles")],
            everyone && Parses(rules, "everyone"));
    }

    private static IEnumerable<ulong> Permitted(ImmutableArray<ulong> named, JsonElement rules, string kind) =>
        Parses(rules, kind) ? named : named.Intersect(rules.Items(kind).Select(Json.AsId).OfType<ulong>());

    private static bool Parses(JsonElement rules, string kind) =>
        rules.Items("parse").Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(kind));

    private static ImmutableArray<ulong> Ids(MatchCollection matches) =>
        [.. matches.Select(match => ulong.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex(@"<@!?(?<id>\d{1,19})>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<@&(?<id>\d{1,19})>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Everyone();
}
