namespace Bot.Slack.Simulator.Workspaces;

/// <summary>What the Web API answers to a token.</summary>
public enum TokenState
{
    Valid,
    Revoked,
    Expired,
    AccountInactive,
}
