using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Simulator.Control;

/// <summary>
/// <c>POST /_control/COMMAND</c> with a JSON object: what people do, what goes wrong, and what came of it, for tests that are not written in C#.
/// What can't be done is answered with 400 and a sentence.
/// </summary>
internal sealed class ControlApi(SlackSimulator slack)
{
    public const string Prefix = "/_control/";

    private readonly FrozenDictionary<string, Func<ControlRequest, Task<JsonNode>>> _commands =
        new PeopleCommands(slack).All.Concat(new PlumbingCommands(slack).All).Concat(new ReadingCommands(slack).All)
            .ToFrozenDictionary(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext context, string path)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var arguments = Json.TryObject(await reader.ReadToEndAsync(context.RequestAborted)) ?? [];
        try
        {
            var command = _commands.GetValueOrDefault(path[Prefix.Length..]) ?? throw new SlackSimulatorException($"{path} is no command.");
            var answer = await command(new(slack, arguments));
            await WriteAsync(context, answer);
        }
        catch (Exception ex) when (ex is SlackSimulatorException or TimeoutException or SocketMode.DeliveryLostException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, new JsonObject { ["error"] = ex.Message });
        }
    }

    private static Task WriteAsync(HttpContext context, JsonNode answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.ToJsonString(Json.Options), context.RequestAborted);
    }
}
