using Bot.Retrieval.Text;

namespace Bot.Host.Adapters.Discord;

/// <summary>Discord's names of languages.</summary>
internal static class DiscordLocale
{
    public const string SimplifiedChinese = "zh-CN";
    public const string TraditionalChinese = "zh-TW";
    public const string English = "en-US";
    public const string BritishEnglish = "en-GB";

    /// <summary>The one of the bot's languages that suits; null where Discord tells none.</summary>
    public static TextLanguage? ToLanguage(string? locale) => locale switch
    {
        null or "" => null,
        SimplifiedChinese => TextLanguage.SimplifiedChinese,
        TraditionalChinese => TextLanguage.TraditionalChinese,
        _ => TextLanguage.English,
    };
}
