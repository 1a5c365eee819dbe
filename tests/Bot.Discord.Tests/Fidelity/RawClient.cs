using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator;

namespace Bot.Discord.Tests.Fidelity;

/// <summary>Speaks to the simulator in bare HTTP and WebSocket, so that its tests depend on no client.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly DiscordSimulator _discord;
    private readonly HttpClient _http;

    public RawClient(DiscordSimulator discord)
    {
        _discord = discord;
        _http = new() { BaseAddress = discord.ApiBaseAddress };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        _http.DefaultRequestHeaders.Authorization = new("Bot", discord.Token);
    }

    /// <summary>Makes a call; gives the status and the body.</summary>
    public async Task<(int Status, JsonNode Body)> CallAsync(string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 || response.Content.Headers.ContentType?.MediaType != "application/json" ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public Task<(int Status, JsonNode Body)> PostAsync(object message) => CallAsync("POST", $"channels/{_discord.Channel.Id}/messages", message);

    /// <summary>Makes a call and gives the error's code; 0 where it worked.</summary>
    public async Task<int> CodeOfAsync(string method, string path, object? body = null)
    {
        var (status, answer) = await CallAsync(method, path, body);
        return status < 300 ? 0 : (int)answer["code"]!;
    }

    /// <summary>Opens a gateway connection and reads Hello.</summary>
    public static async Task<RawGateway> ConnectAsync(DiscordSimulator discord, string query = "?v=10&encoding=json")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new($"ws://127.0.0.1:{discord.Port}/{query}"), CancellationToken.None);
        return new(socket);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>One open gateway connection.</summary>
    internal sealed class RawGateway(ClientWebSocket socket) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        public Task SendAsync(int op, object? data) => SendTextAsync(JsonSerializer.Serialize(new { op, d = data }));

        public async Task SendTextAsync(string text) =>
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        public Task IdentifyAsync(string token, int intents = 33281) =>
            SendAsync(2, new { token, intents, properties = new { os = "linux", browser = "raw", device = "raw" } });

        /// <summary>The next payload; null once the connection is closed.</summary>
        public async Task<JsonNode?> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            var buffer = new byte[1 << 20];
            var length = 0;
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }
                length += part.Count;
                if (part.EndOfMessage)
                {
                    return JsonNode.Parse(buffer.AsSpan(0, length));
                }
            }
        }

        /// <summary>The next event of this name.</summary>
        public async Task<JsonNode> EventAsync(string name)
        {
            while (await NextAsync() is { } payload)
            {
                if ((string?)payload["t"] == name)
                {
                    return payload;
                }
            }
            throw new InvalidOperationException($"Closed with {socket.CloseStatus} before {name}.");
        }

        /// <summary>Reads to the end of the connection; the code it was closed with.</summary>
        public async Task<int?> CloseCodeAsync()
        {
            while (await NextAsync() is not null)
            {
                // Only the end matters.
            }
            return (int?)socket.CloseStatus;
        }

        public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

        public void Dispose() => socket.Dispose();
    }
}
