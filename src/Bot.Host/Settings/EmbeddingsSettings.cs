namespace Bot.Host.Settings;

/// <summary>Where the vectors of passages and questions come from.</summary>
internal sealed class EmbeddingsSettings
{
    public const string SectionName = "Embeddings";
    public const string Local = "Local";

    /// <summary><see cref="Local"/>: computed in the process, with no download and no network.</summary>
    public string Provider { get; set; } = Local;
}
