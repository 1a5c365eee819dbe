using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>What the bot may reach, with the refusals that Discord gives.</summary>
internal sealed class Access(World world)
{
    public SimChannel Channel(RestCall call)
    {
        var channel = world.Channel(call.Id("channel")) ?? throw ApiException.UnknownChannel();
        Require(channel, Permissions.ViewChannel, ApiException.MissingAccess);
        return channel;
    }

    public SimMessage Message(RestCall call, SimChannel channel) =>
        world.Message(call.Id("message")) is { IsDeleted: false, IsEphemeral: false } message && message.ChannelId == channel.Id
            ? message
            : throw ApiException.UnknownMessage();

    /// <summary>A guild that the bot is in.</summary>
    public SimGuild Guild(RestCall call) =>
        world.Guild(call.Id("guild")) is { Available: true } guild ? guild : throw ApiException.UnknownGuild();

    public void Require(SimChannel channel, Permissions permission) => Require(channel, permission, ApiException.MissingPermissions);

    private void Require(SimChannel channel, Permissions permission, Func<ApiException> refusal)
    {
        if (!world.PermissionsOf(world.Bot.Id, channel).HasFlag(permission))
        {
            throw refusal();
        }
    }
}
