using System.Text.Json;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>The limits of choices, of a command's option and of an autocomplete answer.</summary>
internal static class ChoiceRules
{
    public static void Check(IEnumerable<JsonElement> choices, OptionType? type, string path, FormErrors errors)
    {
        foreach (var (index, choice) in choices.Index())
        {
            errors.Text(choice, "name", $"{path}.{index}.name", 1, 100, required: true);
            if (type is null or OptionType.String)
            {
                errors.Text(choice, "value", $"{path}.{index}.value", 1, 100, required: true);
            }
            else if (choice.Get("value") is not { ValueKind: JsonValueKind.Number })
            {
                errors.Add($"{path}.{index}.value", "NUMBER_TYPE_COERCE", "Value is not a number.");
            }
        }
    }
}
