using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Simulator.Rest;

/// <summary>What is wrong with a body, at which place, in the nested form that Discord answers with.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    /// <param name="path">Member names and positions with dots between, as in <c>embeds.0.title</c>.</param>
    public void Add(string path, string code, string message)
    {
        var place = _root;
        foreach (var step in path.Split('.'))
        {
            if (place[step] is not JsonObject next)
            {
                next = [];
                place[step] = next;
            }
            place = next;
        }
        if (place["_errors"] is not JsonArray errors)
        {
            errors = [];
            place["_errors"] = errors;
        }
        errors.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choice(string path, string allowed) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{allowed}}}.");

    /// <summary>Checks the length of a text that may be missing.</summary>
    /// <remarks>
    /// Discord says "characters" without saying which. UTF-16 units are the strictest reading: who stays within them is within the
    /// others too.
    /// </remarks>
    public void Text(JsonElement parent, string name, string path, int least, int most, bool required = false)
    {
        if (parent.Get(name) is not { } value)
        {
            if (required)
            {
                Required(path);
            }
        }
        else if (value.ValueKind != JsonValueKind.String)
        {
            Add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        }
        else
        {
            Length(value.GetString()!.Length, path, least, most);
        }
    }

    public void Length(int length, string path, int least, int most)
    {
        if (length < least || length > most)
        {
            Add(
                path,
                length > most && least == 0 ? "BASE_TYPE_MAX_LENGTH" : "BASE_TYPE_BAD_LENGTH",
                least == 0 ? $"Must be {most} or fewer in length." : $"Must be between {least} and {most} in length.");
        }
    }

    public ApiException ToException() => new(400, 50035, "Invalid Form Body", _root);

    public void ThrowIfAny()
    {
        if (_root.Count > 0)
        {
            throw ToException();
        }
    }
}
