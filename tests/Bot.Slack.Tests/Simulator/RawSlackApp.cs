using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator;

namespace Bot.Slack.Tests.Simulator;

/// <summary>An app that speaks to the simulator with nothing but HTTP and WebSockets, to test the simulator by itself.</summary>
internal sealed class RawSlackApp(SlackSimulator slack) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = slack.ApiBaseAddress };

    public Task<JsonObject> CallAsync(string method, JsonObject? arguments = null) => CallAsync(method, slack.BotToken, arguments);

    public async Task<JsonObject> CallAsync(string method, string? token, JsonObject? arguments)
    {
        using var response = await SendAsync(method, token, arguments);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<HttpResponseMessage> SendAsync(string method, string? token, JsonObject? arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = arguments is null ? null : JsonContent.Create(arguments, new MediaTypeHeaderValue("application/json", "utf-8"));
        return await _http.SendAsync(request);
    }

    /// <summary>A fresh WebSocket address.</summary>
    public async Task<Uri> OpenConnectionAsync() => new((string)(await CallAsync("apps.connections.open", slack.AppToken, null))["url"]!);

    /// <summary>A connected socket, its hello not yet read.</summary>
    public async Task<RawSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(await OpenConnectionAsync(), CancellationToken.None);
        return new(socket);
    }

    /// <summary>A connected socket with its hello read.</summary>
    public async Task<RawSocket> ConnectAndGreetAsync()
    {
        var socket = await ConnectAsync();
        Assert.Equal("hello", (string?)(await socket.ReceiveAsync())["type"]);
        return socket;
    }

    public Task<HttpResponseMessage> PostAsync(string address, JsonObject body) => _http.PostAsJsonAsync(address, body);

    public void Dispose() => _http.Dispose();

    /// <summary>One socket: messages in, acknowledgements out.</summary>
    internal sealed class RawSocket(ClientWebSocket socket) : IDisposable
    {
        private readonly byte[] _buffer = new byte[256 * 1024];

        public ClientWebSocket WebSocket { get; } = socket;

        public async Task<JsonObject> ReceiveAsync() => JsonNode.Parse(await ReceiveTextAsync())!.AsObject();

        public async Task<string> ReceiveTextAsync()
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var length = 0;
            while (true)
            {
                var part = await WebSocket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return """{"type":"closed"}""";
                }
                if (part.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(_buffer, 0, length);
                }
            }
        }

        public Task AcknowledgeAsync(JsonObject envelope, JsonObject? payload = null)
        {
            var body = new JsonObject { ["envelope_id"] = (string)envelope["envelope_id"]! };
            if (payload is not null)
            {
                body["payload"] = payload;
            }
            return WebSocket.SendAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }

        public void Dispose() => WebSocket.Dispose();
    }
}
