namespace Bot.Slack.Simulator.Interactions;

public enum ViewKind
{
    Modal,
    Home,
}
