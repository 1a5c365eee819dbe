using System.Text.Json.Nodes;
using Bot.Slack.Simulator.WebApi;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>Collects what is wrong with blocks, in Slack's words, each with the pointer to where.</summary>
internal sealed class BlockProblems
{
    private readonly List<string> _messages = [];

    public void Add(string pointer, string what) => _messages.Add($"[ERROR] {what} [json-pointer:{pointer}]");

    public ApiResult? ToRefusal(string error) => _messages.Count == 0 ? null : ApiResult.Fail(error, _messages);

    /// <summary>A string of at most so many characters.</summary>
    public void Length(JsonNode? value, string pointer, int maximum)
    {
        if (value is JsonValue && value.ToString().Length > maximum)
        {
            Add(pointer, $"must be less than {maximum + 1} characters");
        }
    }

    /// <summary>An array of at most so many items.</summary>
    public void Count(JsonNode? value, string pointer, int maximum, int minimum = 1)
    {
        if (value is not JsonArray array)
        {
            Add(pointer, "missing required field");
            return;
        }
        if (array.Count > maximum)
        {
            Add(pointer, $"no more than {maximum} items allowed");
        }
        if (array.Count < minimum)
        {
            Add(pointer, $"must contain at least {minimum} items");
        }
    }

    /// <summary>A text object, plain or mrkdwn, of 1 to so many characters.</summary>
    public void Text(JsonNode? value, string pointer, int maximum, bool isRequired = false) => Text(value, pointer, maximum, isRequired, isPlain: false);

    /// <summary>A text object that must be <c>plain_text</c>.</summary>
    public void PlainText(JsonNode? value, string pointer, int maximum, bool isRequired = false) => Text(value, pointer, maximum, isRequired, isPlain: true);

    private void Text(JsonNode? value, string pointer, int maximum, bool isRequired, bool isPlain)
    {
        if (value is null)
        {
            if (isRequired)
            {
                Add(pointer, "missing required field");
            }
            return;
        }
        var type = value.Text("type");
        if (type != "plain_text" && (isPlain || type != "mrkdwn"))
        {
            Add($"{pointer}/type", isPlain ? "must be plain_text" : "must be plain_text or mrkdwn");
        }
        if (string.IsNullOrEmpty(value.Text("text")))
        {
            Add($"{pointer}/text", "must be more than 0 characters");
        }
        Length((value as JsonObject)?["text"], $"{pointer}/text", maximum);
    }
}
