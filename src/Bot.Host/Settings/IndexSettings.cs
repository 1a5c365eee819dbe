namespace Bot.Host.Settings;

/// <summary>Where the index lives.</summary>
internal sealed class IndexSettings
{
    public const string SectionName = "Index";
    public const string Memory = "memory";

    /// <summary><see cref="Memory"/>: each process builds its own, with a cache on disk.</summary>
    public string Store { get; set; } = Memory;

    /// <summary>For what is kept between runs; relative to the bot's home.</summary>
    public string DataDirectory { get; set; } = "data";
}
