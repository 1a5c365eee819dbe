using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.OpenAI.Simulator;

/// <summary>
/// An OpenAI-compatible endpoint on loopback: chat completions, streamed or whole, embeddings, and every way in which one
/// can fail. Also answers at Azure's addresses. A test scripts the replies; without a script it answers "ok".
/// </summary>
public sealed class OpenAISimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = [];
    private readonly ConcurrentQueue<ChatReply> _chat = [];
    private readonly ConcurrentQueue<ChatReply.Status> _embeddingFaults = [];
    private int _embeddingsAtOnce;

    private OpenAISimulator(WebApplication app) => _app = app;

    /// <summary>The base address that clients are configured with.</summary>
    public Uri BaseAddress => new(Origin, "v1");

    /// <summary>Scheme, host and port: the address of an Azure resource.</summary>
    public Uri Origin => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>What is answered once the queue is empty.</summary>
    public ChatReply Otherwise { get; set; } = new ChatReply.Text("ok");

    /// <summary>The key that requests must bring; empty for none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Parameters that get a 400.</summary>
    public IReadOnlyCollection<string> RefusedParameters { get; set; } = [];

    /// <summary>More texts than this in one request get a 400.</summary>
    public int MostInputs { get; set; } = 2048;

    /// <summary>Vectors of this length whatever is asked for; null for what is asked for.</summary>
    public int? Dimensions { get; set; }

    /// <summary>The most embedding requests that were open at once.</summary>
    public int MostEmbeddingsAtOnce { get; private set; }

    /// <param name="port">0 takes a free one.</param>
    public static async Task<OpenAISimulator> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var simulator = new OpenAISimulator(app);
        app.MapPost("/v1/chat/completions", simulator.ChatAsync);
        app.MapPost("/v1/embeddings", simulator.EmbedAsync);
        app.MapPost("/openai/deployments/{deployment}/chat/completions", simulator.ChatAsync);
        app.MapPost("/openai/deployments/{deployment}/embeddings", simulator.EmbedAsync);
        app.MapGet("/v1/models", static context => context.Response.WriteAsJsonAsync(new JsonObject { ["object"] = "list", ["data"] = new JsonArray() }));
        await app.StartAsync();
        return simulator;
    }

    /// <summary>Answers of the next requests, in order.</summary>
    public void Script(params ReadOnlySpan<ChatReply> replies)
    {
        foreach (var reply in replies)
        {
            _chat.Enqueue(reply);
        }
    }

    /// <summary>Errors of the next embedding requests, in order.</summary>
    public void FailEmbeddings(params ReadOnlySpan<ChatReply.Status> faults)
    {
        foreach (var fault in faults)
        {
            _embeddingFaults.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ChatAsync(HttpContext context)
    {
        if (await AcceptAsync(context) is not { } request)
        {
            return;
        }
        if (RefusedParameters.FirstOrDefault(name => request.TryGetProperty(name, out _)) is { } refused)
        {
            await Errors.WriteAsync(context, new ChatReply.Status(400) { Parameter = refused, ErrorCode = "unsupported_parameter" });
            return;
        }
        await ChatResponses.WriteAsync(context, request, Named(request) ?? (_chat.TryDequeue(out var next) ? next : Otherwise));
    }

    private async Task EmbedAsync(HttpContext context)
    {
        if (await AcceptAsync(context) is not { } request)
        {
            return;
        }
        var now = Interlocked.Increment(ref _embeddingsAtOnce);
        MostEmbeddingsAtOnce = Math.Max(MostEmbeddingsAtOnce, now);
        try
        {
            if (_embeddingFaults.TryDequeue(out var fault))
            {
                await Errors.WriteAsync(context, fault);
            }
            else if (Embeddings.InputOf(request).Count > MostInputs)
            {
                await Errors.WriteAsync(context, new ChatReply.Status(400) { Parameter = "input", ErrorCode = "invalid_request_error" });
            }
            else
            {
                await context.Response.WriteAsJsonAsync(Embeddings.Of(request, Dimensions));
            }
        }
        finally
        {
            Interlocked.Decrement(ref _embeddingsAtOnce);
        }
    }

    // Clients that can't script get the fault that their model is named after: "fault-429", "fault-broken".
    private static ChatReply? Named(JsonElement request) => request.GetProperty("model").GetString() switch
    {
        "fault-429" => new ChatReply.Status(429) { RetryAfter = "1", ErrorCode = "rate_limit_exceeded" },
        "fault-500" => new ChatReply.Status(500),
        "fault-broken" => new ChatReply.Broken("The ferry"),
        "fault-filter" => new ChatReply.Text("The") { FinishReason = "content_filter" },
        "fault-garbled" => new ChatReply.Garbled("The ferry"),
        _ => null,
    };

    // The request as JSON, or null once an error is written.
    private async Task<JsonElement?> AcceptAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var (authorization, key) = (context.Request.Headers.Authorization.ToString(), context.Request.Headers["api-key"].ToString());
        var request = body.RootElement.Clone();
        _requests.Enqueue(new($"{context.Request.Path}{context.Request.QueryString}", authorization, key, request));
        if (Key.Length > 0 && authorization != $"Bearer {Key}" && key != Key)
        {
            await Errors.WriteAsync(context, new ChatReply.Status(401) { ErrorCode = "invalid_api_key" });
            return null;
        }
        return request;
    }
}
