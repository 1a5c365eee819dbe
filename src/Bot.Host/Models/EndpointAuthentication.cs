using System.ClientModel.Primitives;

namespace Bot.Host.Models;

/// <summary>Puts the key where the endpoint looks for it, and Azure's version into the address.</summary>
internal sealed class EndpointAuthentication(ModelEndpoint endpoint) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Sign(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Sign(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Sign(PipelineRequest request)
    {
        if (endpoint.IsAzure)
        {
            request.Uri = new UriBuilder(request.Uri!) { Query = "api-version=" + Uri.EscapeDataString(endpoint.ApiVersion) }.Uri;
        }
        // The package insists on a key of its own; what is sent is decided here.
        request.Headers.Remove("Authorization");
        if (endpoint.ApiKey.Length == 0)
        {
            return;
        }
        if (endpoint.IsAzure)
        {
            request.Headers.Set("api-key", endpoint.ApiKey);
        }
        else
        {
            request.Headers.Set("Authorization", $"Bearer {endpoint.ApiKey}");
        }
    }
}
