namespace Bot.Slack.SocketMode.Payloads;

/// <summary>Someone pressed, typed or submitted something.</summary>
/// <param name="Type"><c>block_actions</c>, <c>block_suggestion</c>, <c>view_submission</c>, <c>view_closed</c> and others.</param>
/// <param name="ResponseUrl">A secret.</param>
/// <param name="ActionId">For <c>block_suggestion</c>: the select that people type in.</param>
/// <param name="Value">For <c>block_suggestion</c>: what they typed.</param>
public sealed record Interaction(
    string? Type, InteractionUser? User, InteractionTeam? Team, InteractionChannel? Channel, InteractionMessage? Message, InteractionContainer? Container,
    IReadOnlyList<BlockAction>? Actions, string? ResponseUrl, string? TriggerId, InteractionView? View, string? ActionId, string? Value)
{
    // The response URL stays out of logs.
    public override string ToString() => $"{Type} {ActionId}";
}

public sealed record InteractionUser(string? Id, string? TeamId);

public sealed record InteractionTeam(string? Id);

public sealed record InteractionChannel(string? Id);

public sealed record InteractionMessage(string? Ts, string? ThreadTs, string? User, string? BotId);

public sealed record InteractionContainer(string? Type, string? MessageTs, string? ChannelId, string? ViewId, bool? IsEphemeral);

/// <param name="ActionTs">Tells one press from the next.</param>
public sealed record BlockAction(string? Type, string? ActionId, string? BlockId, string? Value, ChosenOption? SelectedOption, string? ActionTs);

public sealed record ChosenOption(string? Value);

public sealed record InteractionView(string? Id, string? CallbackId, string? Hash, string? PrivateMetadata, ViewState? State);

/// <param name="Values">By block id, then by action id.</param>
public sealed record ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, StateValue>>? Values)
{
    /// <summary>What was chosen or typed there, or null.</summary>
    public string? Of(string blockId, string actionId) =>
        Values is not null && Values.TryGetValue(blockId, out var block) && block.TryGetValue(actionId, out var state)
            ? state.SelectedOption?.Value ?? state.Value
            : null;
}

public sealed record StateValue(string? Type, string? Value, ChosenOption? SelectedOption);
