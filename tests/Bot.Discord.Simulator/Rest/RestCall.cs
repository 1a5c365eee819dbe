using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Simulator.Rest;

/// <summary>One request on its way to the handler of its route.</summary>
internal sealed record RestCall(RestRoute Route, IReadOnlyDictionary<string, string> Parameters, IQueryCollection Query, RestBody Body)
{
    public JsonElement Json => Body.Json;

    /// <summary>An id in the path.</summary>
    /// <exception cref="ApiException">It isn't a snowflake.</exception>
    public ulong Id(string name) => ulong.TryParse(Parameters[name], CultureInfo.InvariantCulture, out var id)
        ? id
        : throw InvalidSnowflake(name);

    public string Text(string name) => Parameters[name];

    public bool Flag(string name) => Query.TryGetValue(name, out var value) && value == "true";

    public ulong? QueryId(string name) => Query.TryGetValue(name, out var value) && ulong.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static ApiException InvalidSnowflake(string name)
    {
        var errors = new FormErrors();
        errors.Add($"{name}_id", "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        return errors.ToException();
    }
}
