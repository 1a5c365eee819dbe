using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Interactions;
using Bot.Discord.Simulator.Rest.Rules;
using Bot.Discord.Simulator.State;

namespace Bot.Discord.Simulator.Rest.Routes;

/// <summary>Registration of commands, global and by guild.</summary>
internal sealed class CommandRoutes(World world, CommandRegistry registry)
{
    private const int MostCommands = 100;
    private const int CreatesPerDay = 200;

    public IEnumerable<RestRoute> Routes => new[] { "/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands" }
        .SelectMany(template => new RestRoute[]
        {
            new("GET", template, List),
            new("PUT", template, Overwrite),
            new("POST", template, Create),
            new("GET", $"{template}/{{command}}", call => RestResult.Ok(Find(call).Render(world.Bot.Id))),
            new("PATCH", $"{template}/{{command}}", Modify),
            new("DELETE", $"{template}/{{command}}", Delete),
        });

    private RestResult List(RestCall call) => Ok(registry.In(Scope(call)));

    private RestResult Overwrite(RestCall call)
    {
        var guildId = Scope(call);
        if (call.Json.ValueKind != JsonValueKind.Array)
        {
            throw new ApiException(400, 50035, "Only iterables may be used in a ListType");
        }
        var bodies = call.Json.EnumerateArray().ToArray();
        var errors = new FormErrors();
        foreach (var (index, body) in bodies.Index())
        {
            CommandRules.Check(body, $"{index}.", errors);
        }
        errors.ThrowIfAny();
        CheckCount(guildId, bodies.Length, bodies.Count(body => registry.In(guildId).All(command => command.Name != body.GetText("name"))));
        var names = bodies.Select(body => body.GetText("name")).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in registry.In(guildId).Where(command => !names.Contains(command.Name)).ToArray())
        {
            registry.Remove(gone);
        }
        return Ok(bodies.Select(body => registry.Put(guildId, body)));
    }

    private RestResult Create(RestCall call)
    {
        var guildId = Scope(call);
        Check(call.Json);
        var isNew = registry.In(guildId).All(command => command.Name != call.Json.GetText("name"));
        CheckCount(guildId, registry.In(guildId).Count() + (isNew ? 1 : 0), isNew ? 1 : 0);
        return RestResult.Of(isNew ? 201 : 200, registry.Put(guildId, call.Json).Render(world.Bot.Id));
    }

    private RestResult Modify(RestCall call)
    {
        var before = Find(call);
        var merged = (JsonObject)Json.Node(before.Body)!.DeepClone();
        foreach (var member in call.Json.EnumerateObject())
        {
            merged[member.Name] = Json.Node(member.Value);
        }
        var body = Json.Element(merged);
        Check(body);
        var after = before with { Name = body.GetText("name")!, Body = body, Version = world.Ids.Next() };
        registry.Replace(before, after);
        return RestResult.Ok(after.Render(world.Bot.Id));
    }

    private RestResult Delete(RestCall call)
    {
        registry.Remove(Find(call));
        return RestResult.NoContent;
    }

    private static void Check(JsonElement body)
    {
        var errors = new FormErrors();
        CommandRules.Check(body, "", errors);
        errors.ThrowIfAny();
    }

    private void CheckCount(ulong? guildId, int total, int created)
    {
        if (total > MostCommands)
        {
            throw new ApiException(400, 30032, $"Maximum number of application commands reached ({MostCommands})");
        }
        if (registry.Creates.GetValueOrDefault(guildId ?? 0) + created > CreatesPerDay)
        {
            throw new ApiException(400, 30034, $"Max number of daily application command creates has been reached ({CreatesPerDay})");
        }
    }

    private SimCommand Find(RestCall call) =>
        registry.Find(Scope(call), call.Id("command")) ?? throw ApiException.NotFound(10063, "application command");

    private ulong? Scope(RestCall call)
    {
        if (call.Id("application") != world.Bot.Id)
        {
            throw ApiException.NotFound(10002, "Application");
        }
        return call.Parameters.ContainsKey("guild") ? world.Guild(call.Id("guild"))?.Id ?? throw ApiException.MissingAccess() : null;
    }

    private RestResult Ok(IEnumerable<SimCommand> commands) =>
        RestResult.Ok(new JsonArray([.. commands.ToArray().Select(command => command.Render(world.Bot.Id))]));
}
