namespace Bot.Host.Settings;

/// <summary>The root of all settings: <c>"Bot": { … }</c> in the file, <c>Bot__…</c> in the environment.</summary>
internal sealed class BotSettings
{
    public const string RootName = "Bot";

    public static string Path(string section) => $"{RootName}:{section}";
}
