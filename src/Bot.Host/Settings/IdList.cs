namespace Bot.Host.Settings;

/// <summary>Ids in one setting, separated by commas.</summary>
internal static class IdList
{
    public static string[] Of(string setting) => setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
