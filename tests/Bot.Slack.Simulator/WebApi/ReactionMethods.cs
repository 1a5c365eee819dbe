namespace Bot.Slack.Simulator.WebApi;

/// <summary>The bot's own reactions.</summary>
internal sealed class ReactionMethods(SimulatorCore core)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("reactions.add", ["reactions:write"], RateTier.Three, Add),
        new("reactions.remove", ["reactions:write"], RateTier.Two, Remove),
    ];

    private ApiResult Add(ApiCall call)
    {
        if (Lookups.FindMessage(call, out var message, tsArgument: "timestamp") is { } refusal)
        {
            return refusal;
        }
        var reaction = new Workspaces.SlackReaction(call.Workspace.BotUserId, call.Text("name") ?? "");
        if (reaction.Name.Length == 0)
        {
            return ApiResult.Fail("invalid_name");
        }
        if (message.Reactions.Contains(reaction))
        {
            return ApiResult.Fail("already_reacted");
        }
        core.Board.React(message, reaction);
        return ApiResult.Ok();
    }

    private static ApiResult Remove(ApiCall call)
    {
        if (Lookups.FindMessage(call, out var message, tsArgument: "timestamp") is { } refusal)
        {
            return refusal;
        }
        var reaction = new Workspaces.SlackReaction(call.Workspace.BotUserId, call.Text("name") ?? "");
        if (!message.Reactions.Contains(reaction))
        {
            return ApiResult.Fail("no_reaction");
        }
        message.Reactions = message.Reactions.Remove(reaction);
        return ApiResult.Ok();
    }
}
