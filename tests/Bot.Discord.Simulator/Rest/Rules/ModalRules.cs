using System.Text.Json;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>The limits of modals.</summary>
internal static class ModalRules
{
    private const int MostComponents = 5;

    public static void Check(JsonElement modal, FormErrors errors)
    {
        errors.Text(modal, "custom_id", "data.custom_id", 1, 100, required: true);
        errors.Text(modal, "title", "data.title", 1, 45, required: true);
        var components = modal.Items("components").ToArray();
        errors.Length(components.Length, "data.components", 1, MostComponents);
        foreach (var (index, component) in components.Index())
        {
            CheckOne(component, $"data.components.{index}", errors);
        }
    }

    /// <summary>The inputs, out of the rows or labels around them.</summary>
    public static IEnumerable<JsonElement> Inputs(JsonElement modal) => modal.Items("components")
        .SelectMany(wrapper => wrapper.Get("component") is { } inside ? [inside] : wrapper.Items("components"));

    private static void CheckOne(JsonElement component, string path, FormErrors errors)
    {
        switch (ComponentRules.Type(component))
        {
            case ComponentType.ActionRow when component.Items("components").ToArray() is [var input]:
                CheckInput(input, $"{path}.components.0", needsLabel: true, errors);
                break;
            case ComponentType.Label when component.Get("component") is { } input:
                errors.Text(component, "label", $"{path}.label", 1, 45, required: true);
                errors.Text(component, "description", $"{path}.description", 0, 100);
                CheckInput(input, $"{path}.component", needsLabel: false, errors);
                break;
            case ComponentType.TextDisplay:
                break;
            default:
                errors.Choice($"{path}.type", "1, 10, 18");
                break;
        }
    }

    private static void CheckInput(JsonElement input, string path, bool needsLabel, FormErrors errors)
    {
        errors.Text(input, "custom_id", $"{path}.custom_id", 1, 100, required: true);
        if (ComponentRules.Type(input) == ComponentType.TextInput)
        {
            errors.Text(input, "label", $"{path}.label", 1, 45, required: needsLabel);
            errors.Text(input, "value", $"{path}.value", 0, 4000);
            errors.Text(input, "placeholder", $"{path}.placeholder", 0, 100);
            if (input.GetInt("style") is not (1 or 2))
            {
                errors.Choice($"{path}.style", "1, 2");
            }
        }
    }
}
