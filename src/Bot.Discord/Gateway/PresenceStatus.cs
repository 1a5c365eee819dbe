namespace Bot.Discord.Gateway;

public enum PresenceStatus
{
    Online,
    Idle,
    DoNotDisturb,
}
