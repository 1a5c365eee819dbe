using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Simulator.Rest.Rules;

namespace Bot.Discord.Simulator.Interactions;

/// <summary>What a client sends for a modal that is filled in.</summary>
internal static class ModalSubmission
{
    public static JsonObject Of(JsonElement modal, IReadOnlyDictionary<string, string> values)
    {
        var inputs = ModalRules.Inputs(modal).Select(input => input.GetText("custom_id")).ToHashSet(StringComparer.Ordinal);
        if (values.Keys.FirstOrDefault(key => !inputs.Contains(key)) is { } unknown)
        {
            throw new InvalidOperationException($"The modal has no input {unknown}.");
        }
        return new()
        {
            ["custom_id"] = modal.GetText("custom_id"),
            ["components"] = new JsonArray([.. modal.Items("components").Select(wrapper => Fill(wrapper, values))]),
        };
    }

    private static JsonObject Fill(JsonElement wrapper, IReadOnlyDictionary<string, string> values) => wrapper.Get("component") is { } input
        ? new() { ["type"] = wrapper.GetInt("type"), ["id"] = 1, ["component"] = FillInput(input, values) }
        : new()
        {
            ["type"] = wrapper.GetInt("type"),
            ["id"] = 1,
            ["components"] = new JsonArray([.. wrapper.Items("components").Select(inner => FillInput(inner, values))]),
        };

    private static JsonObject FillInput(JsonElement input, IReadOnlyDictionary<string, string> values)
    {
        var id = input.GetText("custom_id")!;
        return new()
        {
            ["type"] = input.GetInt("type"),
            ["id"] = 2,
            ["custom_id"] = id,
            ["value"] = values.GetValueOrDefault(id) ?? input.GetText("value") ?? "",
        };
    }
}
