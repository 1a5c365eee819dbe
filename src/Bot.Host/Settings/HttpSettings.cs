namespace Bot.Host.Settings;

/// <summary>Where the worker says how it is.</summary>
internal sealed class HttpSettings
{
    public const string SectionName = "Http";

    /// <summary>Where health is served; empty for nowhere.</summary>
    public string Address { get; set; } = "http://127.0.0.1:8787";
}
