using System.Collections.Immutable;
using Bot.Discord.Interactions;
using Bot.Discord.Resources;

namespace Bot.Host.Adapters.Discord;

/// <summary>The slash commands.</summary>
internal static class DiscordCommands
{
    public const string Ask = "ask";
    public const string Clause = "clause";
    public const string Sources = "sources";
    public const string Help = "help";
    public const string Reload = "reload";
    public const string Status = "status";

    /// <summary>The option of <see cref="Ask"/>.</summary>
    public const string Question = "question";

    /// <summary>The option of <see cref="Clause"/>.</summary>
    public const string Reference = "reference";

    private const int LongestQuestion = 2000;
    private const int LongestReference = 100;

    /// <param name="forEverywhere">Commands of a single server take no contexts.</param>
    public static ImmutableArray<ApplicationCommand> All(bool forEverywhere)
    {
        InteractionContext[]? everywhere = forEverywhere ? [InteractionContext.Guild, InteractionContext.BotDirectMessage] : null;
        InteractionContext[]? servers = forEverywhere ? [InteractionContext.Guild] : null;
        return
        [
            Plain(Ask, "Ask about the documents; the answer quotes them.", "就文件提问，回答只引用原文。", "就文件提問，回答只引用原文。", everywhere) with
            {
                Options =
                [
                    Text(Question, "Your question, in English or Chinese.", "你的问题，中文或英文。", "你的問題，中文或英文。", LongestQuestion),
                ],
            },
            Plain(Clause, "Show the words of a clause and what else speaks of it.", "查看条款原文，以及提到它的地方。", "查看條款原文，以及提到它的地方。", everywhere) with
            {
                Options =
                [
                    Text(Reference, "The clause, written any way, for example 22603(b).", "条款编号，写法不限，例如 22603(b)。", "條款編號，寫法不限，例如 22603(b)。", LongestReference) with
                    {
                        Autocomplete = true,
                    },
                ],
            },
            Plain(Sources, "List the documents.", "列出文件。", "列出文件。", everywhere),
            Plain(Help, "What I can do.", "我能做什么。", "我能做什麼。", everywhere),
            ForAdmins(Reload, "Read the documents again.", "重新读取文件。", "重新讀取文件。", servers),
            ForAdmins(Status, "How the bot is doing.", "查看机器人的状态。", "查看機器人的狀態。", servers),
        ];
    }

    private static ApplicationCommand Plain(string name, string english, string simplified, string traditional, InteractionContext[]? contexts) => new()
    {
        Name = name,
        Description = english,
        DescriptionLocalizations = Chinese(simplified, traditional),
        Contexts = contexts,
    };

    private static ApplicationCommand ForAdmins(string name, string english, string simplified, string traditional, InteractionContext[]? contexts) =>
        Plain(name, english, simplified, traditional, contexts) with { DefaultMemberPermissions = Permissions.None };

    private static CommandOption Text(string name, string english, string simplified, string traditional, int longest) => new()
    {
        Type = CommandOptionType.String,
        Name = name,
        Description = english,
        DescriptionLocalizations = Chinese(simplified, traditional),
        Required = true,
        MaxLength = longest,
    };

    private static Dictionary<string, string> Chinese(string simplified, string traditional) => new(StringComparer.Ordinal)
    {
        [DiscordLocale.SimplifiedChinese] = simplified,
        [DiscordLocale.TraditionalChinese] = traditional,
    };
}
