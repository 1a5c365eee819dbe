namespace Bot.Host.Settings;

/// <summary>How answers are made.</summary>
internal sealed class AnswersSettings
{
    public const string SectionName = "Answers";

    /// <summary>At most so many quotes in an answer.</summary>
    public int MaximumCitations { get; set; } = 3;

    /// <summary>Answer when the confidence is at least this, 0 to 1.</summary>
    public double Threshold { get; set; } = 0.5;

    /// <summary>The language model that words the answers, or the deployment at Azure; empty for none.</summary>
    public string Model { get; set; } = "";

    /// <summary><see cref="ModelEndpoint.OpenAI"/> or <see cref="ModelEndpoint.AzureOpenAI"/>.</summary>
    public string ModelProvider { get; set; } = Models.ModelEndpoint.OpenAI;

    /// <summary>Base address; <c>/chat/completions</c> is appended.</summary>
    public string ModelEndpoint { get; set; } = "https://api.openai.com/v1";

    /// <summary>Empty where the endpoint wants none. Never logged.</summary>
    public string ModelApiKey { get; set; } = "";

    /// <summary>Azure's; ignored elsewhere.</summary>
    public string ModelApiVersion { get; set; } = "2024-10-21";

    /// <summary>The model's first words must come within this, or the documents are quoted.</summary>
    public double FirstTokenSeconds { get; set; } = 5;

    /// <summary>The model's answer, mending included, must be complete within this.</summary>
    public double WholeAnswerSeconds { get; set; } = 30;

    /// <summary>Passages shown to the model.</summary>
    public int ModelPassages { get; set; } = 6;

    /// <summary>Most tokens that the model may write for one answer.</summary>
    public int MaximumOutputTokens { get; set; } = 1200;

    /// <summary>What a million tokens of prompt cost; for the sum that <c>eval</c> prints.</summary>
    public double InputPrice { get; set; }

    /// <summary>What a million tokens of answer cost.</summary>
    public double OutputPrice { get; set; }
}
