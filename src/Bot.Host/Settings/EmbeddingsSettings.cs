namespace Bot.Host.Settings;

/// <summary>Where the vectors of passages and questions come from.</summary>
internal sealed class EmbeddingsSettings
{
    public const string SectionName = "Embeddings";
    public const string Local = "Local";

    /// <summary>
    /// <see cref="Local"/>: computed in the process, with no download and no network. Or
    /// <see cref="Models.ModelEndpoint.OpenAI"/>, <see cref="Models.ModelEndpoint.AzureOpenAI"/>.
    /// </summary>
    public string Provider { get; set; } = Local;

    /// <summary>The embedding model, or the deployment at Azure.</summary>
    public string Model { get; set; } = "";

    /// <summary>Base address; <c>/embeddings</c> is appended.</summary>
    public string Endpoint { get; set; } = "https://api.openai.com/v1";

    /// <summary>Empty where the endpoint wants none. Never logged.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Azure's; ignored elsewhere.</summary>
    public string ApiVersion { get; set; } = "2024-10-21";

    /// <summary>Asked for and checked; 0 takes what the model gives.</summary>
    public int Dimensions { get; set; }

    /// <summary>Most texts in a request; fewer where the endpoint refuses so many.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>Most requests at once; fewer where the endpoint says that it is too much.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>How long one request of a reload may take.</summary>
    public double TimeoutSeconds { get; set; } = 60;

    /// <summary>How long a question waits for its vector before it is searched for by its words alone.</summary>
    public double QuestionSeconds { get; set; } = 2;

    /// <summary>Whether a reload uses the local vectors while the endpoint is down; else the index from before stays.</summary>
    public bool LocalWhileDown { get; set; }
}
