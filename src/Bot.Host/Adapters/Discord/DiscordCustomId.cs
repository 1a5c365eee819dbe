using Bot.Host.Conversations;

namespace Bot.Host.Adapters.Discord;

/// <summary>What a button carries: a letter for what it does, the answer's id, which nobody can guess, and perhaps a number.</summary>
internal static class DiscordCustomId
{
    public static string ShowPassage(AnswerId answer, int number) => $"p.{answer}.{number}";

    public static string Rate(AnswerId answer, bool helpful) => $"{(helpful ? 'y' : 'n')}.{answer}";

    /// <summary>What the button asks for; one that an older bot made asks for a passage that is forgotten.</summary>
    public static Request Read(string customId) => customId.Split('.') switch
    {
        ["p", var answer, var number] when int.TryParse(number, out var citation) => new Request.ShowPassage(answer, citation),
        ["y", var answer] => new Request.Rate(answer, Helpful: true),
        ["n", var answer] => new Request.Rate(answer, Helpful: false),
        _ => new Request.ShowPassage("", 0),
    };

    /// <summary>Whether a component belongs to that answer.</summary>
    public static bool IsOf(string? customId, AnswerId answer) => customId is not null && customId.Split('.') is [_, var id, ..] && id == answer.Value;
}
