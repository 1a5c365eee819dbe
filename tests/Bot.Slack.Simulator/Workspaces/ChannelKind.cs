namespace Bot.Slack.Simulator.Workspaces;

public enum ChannelKind
{
    Public,
    Private,
    DirectMessage,
    GroupDirectMessage,
}
