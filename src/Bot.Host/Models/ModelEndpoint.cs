namespace Bot.Host.Models;

/// <summary>Where a model is and how to speak to it. A class: it must not print its key.</summary>
/// <param name="provider"><see cref="OpenAI"/> or <see cref="AzureOpenAI"/>.</param>
/// <param name="address">The base address: <c>https://api.openai.com/v1</c>, or of an Azure resource.</param>
/// <param name="model">The model, or the deployment at Azure.</param>
/// <param name="apiKey">Empty where the endpoint wants none.</param>
/// <param name="apiVersion">Azure's; ignored elsewhere.</param>
internal sealed class ModelEndpoint(string provider, Uri address, string model, string apiKey, string apiVersion)
{
    public const string OpenAI = "OpenAI";
    public const string AzureOpenAI = "AzureOpenAI";

    public bool IsAzure { get; } = provider.Equals(AzureOpenAI, StringComparison.OrdinalIgnoreCase);

    public string Model => model;

    public string ApiKey => apiKey;

    public string ApiVersion => apiVersion;

    /// <summary>What <c>/chat/completions</c> and <c>/embeddings</c> are appended to.</summary>
    public Uri Root => IsAzure ? new Uri($"{address.AbsoluteUri.TrimEnd('/')}/openai/deployments/{Uri.EscapeDataString(model)}") : address;

    /// <summary>For logs: the address without what may be secret in it.</summary>
    public string DisplayName => $"{model} at {address.GetLeftPart(UriPartial.Authority)}";
}
