namespace Bot.Slack.WebApi.Methods;

/// <summary>Looks up members, and reacts to their messages.</summary>
internal sealed class MemberMethods(MethodCaller caller) : IMembers
{
    private static readonly SlackMethod Info = new("users.info", Repetition.Harmless, BodyFormat.Form);
    private static readonly SlackMethod React = new("reactions.add", Repetition.Harmless, BodyFormat.Form);

    public async Task<SlackUser> UserAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = await caller.CallAsync(
            Info, new UserArguments(userId), SlackJson.Wire.UserArguments, SlackJson.Wire.UserAnswer, channel: null, cancellationToken);
        return answer.User ?? throw new SlackApiException(Info.Name, SlackErrors.BadAnswer);
    }

    public async Task ReactAsync(PostedMessage message, string name, CancellationToken cancellationToken)
    {
        try
        {
            await caller.DoAsync(
                React, new ReactionArguments(message.Channel, message.Ts, name), SlackJson.Wire.ReactionArguments, channel: null, cancellationToken);
        }
        catch (SlackApiException failure) when (failure.Code == "already_reacted")
        {
            // It stands there, which is what was wanted.
        }
    }
}
