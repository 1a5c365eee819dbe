namespace Bot.Host.Settings;

/// <summary>One thing that is wrong with the settings, in words that say what to do.</summary>
/// <param name="Setting">Its full name.</param>
/// <param name="Problem">What is wrong, as the end of a sentence that starts with the name.</param>
/// <param name="Example">A value that would do, or null where the setting should go.</param>
internal sealed record SettingError(string Setting, string Problem, string? Example)
{
    public override string ToString() => Example is null
        ? $"{Setting} {Problem}"
        : $"{Setting} {Problem} For example: {Example} (or {Setting.Replace(":", "__", StringComparison.Ordinal)} in the environment).";
}
