using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Gateway;
using Bot.Discord.Simulator.Rendering;
using Bot.Discord.Simulator.Rest;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>Starts interactions and knows how long their tokens live. Use it under the world's gate.</summary>
internal sealed class InteractionDesk(World world, int historyLimit)
{
    private const int AttachmentSizeLimit = 10 * 1024 * 1024;

    private static readonly TimeSpan CallbackLifetime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    private readonly HistoryStore<SimInteraction> _interactions = new(historyLimit);
    private readonly Dictionary<string, ulong> _byToken = new(StringComparer.Ordinal);
    private readonly Queue<string> _tokens = [];

    public SimInteraction? Find(ulong id) => _interactions.TryGet(id, out var interaction) ? interaction : null;

    /// <summary>Sends a new interaction to the bot.</summary>
    public SimInteraction Start(InteractionType type, SimUser user, SimChannel channel, JsonObject data, SimMessage? source, Rest.Rules.OptionType? focused)
    {
        var interaction = new SimInteraction(world.Ids.Next(), type, user, channel, world.Now, world.Clock.GetTimestamp())
        {
            SourceMessageId = source?.Id,
            FocusedOption = focused,
        };
        _interactions.Set(interaction.Id, interaction);
        _byToken[interaction.Token] = interaction.Id;
        _tokens.Enqueue(interaction.Token);
        if (_tokens.Count > historyLimit)
        {
            _byToken.Remove(_tokens.Dequeue());
        }
        // Interactions need no intent.
        world.Publish(new("INTERACTION_CREATE", channel.GuildId, Intents.None, _ => Render(interaction, (JsonObject)data.DeepClone(), source)));
        return interaction;
    }

    /// <summary>The interaction that may still be answered.</summary>
    /// <exception cref="ApiException">It is unknown, more than three seconds old, or answered.</exception>
    public SimInteraction ForCallback(ulong id, string token)
    {
        if (Find(id) is not { } interaction || interaction.Token != token || Age(interaction) > CallbackLifetime)
        {
            throw ApiException.UnknownInteraction();
        }
        return interaction.Response is null ? interaction : throw new ApiException(400, 40060, "Interaction has already been acknowledged.");
    }

    /// <summary>The interaction of a token that follow-ups and edits are made with.</summary>
    /// <exception cref="ApiException">The token is unknown, unanswered or more than fifteen minutes old.</exception>
    public SimInteraction ForFollowUp(ulong webhookId, string token)
    {
        if (webhookId != world.Bot.Id || !_byToken.TryGetValue(token, out var id) || Find(id) is not { Response: not null } interaction)
        {
            throw ApiException.NotFound(10015, "Webhook");
        }
        return Age(interaction) <= TokenLifetime ? interaction : throw new ApiException(401, 50027, "Invalid Webhook Token");
    }

    public TimeSpan Age(SimInteraction interaction) => world.Clock.GetElapsedTime(interaction.Timestamp);

    private JsonObject Render(SimInteraction interaction, JsonObject data, SimMessage? source)
    {
        var channel = interaction.Channel;
        var json = new JsonObject
        {
            ["id"] = Json.Id(interaction.Id),
            ["application_id"] = Json.Id(world.Bot.Id),
            ["type"] = (int)interaction.Type,
            ["version"] = 1,
            ["token"] = interaction.Token,
            ["data"] = data,
            ["channel_id"] = Json.Id(channel.Id),
            ["channel"] = ChannelJson.Channel(world, channel),
            ["locale"] = interaction.User.Locale,
            ["app_permissions"] = UserJson.Bits(world.PermissionsOf(world.Bot.Id, channel)),
            ["attachment_size_limit"] = AttachmentSizeLimit,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Json.Id(channel.GuildId ?? 0) },
            ["context"] = channel.GuildId is null ? 1 : 0,
        };
        AddAsker(json, interaction);
        if (source is not null)
        {
            json["message"] = MessageJson.Message(world, source, Intents.MessageContent);
        }
        return json;
    }

    private void AddAsker(JsonObject json, SimInteraction interaction)
    {
        if (interaction.Channel.GuildId is { } guildId && world.Guild(guildId) is { } guild)
        {
            var member = UserJson.Member(guild, interaction.User);
            member["permissions"] = UserJson.Bits(world.PermissionsOf(interaction.User.Id, interaction.Channel));
            json["member"] = member;
            json["guild_id"] = Json.Id(guildId);
            json["guild_locale"] = guild.Locale;
            json["guild"] = new JsonObject { ["id"] = Json.Id(guildId), ["locale"] = guild.Locale, ["features"] = new JsonArray() };
        }
        else
        {
            json["user"] = UserJson.User(interaction.User);
        }
    }
}
