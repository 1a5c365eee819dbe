using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator.Control;

/// <summary>
/// Drives the simulator from other processes: <c>POST /_control/NAME</c> with a JSON object of arguments, answered with JSON. The names
/// are those of <see cref="ControlActions"/>. A mistake of the caller is answered with 400 and its reason.
/// </summary>
internal sealed class ControlApi(DiscordSimulator discord)
{
    private readonly Dictionary<string, Func<ControlCall, Task<JsonNode?>>> _actions = ControlActions.Of(discord);

    public async Task HandleAsync(HttpContext context, string name)
    {
        JsonNode? answer;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var arguments = body.Length == 0 ? Json.EmptyObject : Json.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
            var action = _actions.GetValueOrDefault(name) ?? throw new InvalidOperationException($"There is no {name}.");
            answer = await action(new(discord, arguments, context.RequestAborted));
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or JsonException or TimeoutException or FormatException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new JsonObject { ["error"] = mistake.Message };
        }
        await context.Response.WriteAsJsonAsync(answer ?? new JsonObject(), context.RequestAborted);
    }
}
