using Bot.Slack.Simulator.Workspaces;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>Finds what a call speaks of, or says what Slack answers where it can't. A null result means found.</summary>
internal static class Lookups
{
    /// <summary>A conversation by id; the id of a person stands for the DM with that person.</summary>
    public static ApiResult? FindChannel(ApiCall call, out SlackChannel channel, string argument = "channel")
    {
        var id = call.Text(argument) ?? "";
        var found = call.Workspace.FindChannel(id) ?? (call.Workspace.FindUser(id) is { } user ? call.Workspace.DirectMessage(user) : null);
        channel = found!;
        return found is null ? ApiResult.Fail("channel_not_found") : null;
    }

    /// <summary>A conversation that the bot may post in.</summary>
    public static ApiResult? FindChannelToPostIn(ApiCall call, out SlackChannel channel, string argument = "channel") =>
        FindChannel(call, out channel, argument)
        ?? (channel.IsArchived ? ApiResult.Fail("is_archived") : null)
        ?? (channel.Members.Contains(call.Workspace.BotUserId) ? null : ApiResult.Fail("not_in_channel"));

    /// <summary>A message by channel and ts.</summary>
    public static ApiResult? FindMessage(ApiCall call, out SlackMessage message, string channelArgument = "channel", string tsArgument = "ts")
    {
        message = null!;
        if (FindChannel(call, out var channel, channelArgument) is { } refusal)
        {
            return refusal;
        }
        if (channel.Find(call.Text(tsArgument) ?? "") is not { } found)
        {
            return ApiResult.Fail("message_not_found");
        }
        message = found;
        return null;
    }
}
