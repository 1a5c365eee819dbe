namespace Bot.Discord.Simulator.State;

/// <summary>A person, or the bot.</summary>
/// <param name="Locale">The language of this user's client; interactions carry it.</param>
/// <param name="AcceptsDirectMessages">False makes posting to the user fail with 50007.</param>
public sealed record SimUser(ulong Id, string Name, bool IsBot, string Locale, bool AcceptsDirectMessages = true)
{
    public string Mention => $"<@{Id}>";
}
