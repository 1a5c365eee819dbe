using System.Text.Json.Nodes;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>The limits of Block Kit's interactive elements.</summary>
internal static class ElementRules
{
    private const int MaximumOptions = 100;

    public static void Check(JsonObject element, string here, BlockProblems problems)
    {
        problems.Length(element["action_id"], $"{here}/action_id", 255);
        problems.PlainText(element["placeholder"], $"{here}/placeholder", 150);
        switch (element.Text("type"))
        {
            case "button" or "workflow_button":
                problems.PlainText(element["text"], $"{here}/text", 75, isRequired: true);
                problems.Length(element["value"], $"{here}/value", 2000);
                problems.Length(element["url"], $"{here}/url", 3000);
                problems.Length(element["accessibility_label"], $"{here}/accessibility_label", 75);
                if (element["style"] is { } style && style.ToString() is not ("primary" or "danger"))
                {
                    problems.Add($"{here}/style", "must be primary or danger");
                }
                break;
            case "static_select" or "multi_static_select" when element["option_groups"] is null:
                CheckOptions(element["options"], $"{here}/options", MaximumOptions, problems);
                break;
            case "radio_buttons" or "checkboxes":
                CheckOptions(element["options"], $"{here}/options", 10, problems);
                break;
            case "overflow":
                CheckOptions(element["options"], $"{here}/options", 5, problems);
                break;
            case "plain_text_input":
                problems.Length(element["initial_value"], $"{here}/initial_value", 3000);
                break;
            case "feedback_buttons":
                CheckFeedback(element["positive_button"], $"{here}/positive_button", problems);
                CheckFeedback(element["negative_button"], $"{here}/negative_button", problems);
                break;
            case { } known when known is "image" || BlockElements.IsInteractive(element):
                break;
            default:
                problems.Add($"{here}/type", "unsupported element");
                break;
        }
    }

    /// <summary>Options of a menu, or those that the app gives to a <c>block_suggestion</c>.</summary>
    public static void CheckOptions(JsonNode? options, string pointer, int maximum, BlockProblems problems, int minimum = 1)
    {
        problems.Count(options, pointer, maximum, minimum);
        foreach (var (index, option) in (options as JsonArray ?? []).Index())
        {
            problems.Text((option as JsonObject)?["text"], $"{pointer}/{index}/text", 75, isRequired: true);
            problems.PlainText((option as JsonObject)?["description"], $"{pointer}/{index}/description", 75);
            problems.Length((option as JsonObject)?["value"], $"{pointer}/{index}/value", 150);
        }
    }

    private static void CheckFeedback(JsonNode? button, string pointer, BlockProblems problems)
    {
        problems.PlainText((button as JsonObject)?["text"], $"{pointer}/text", 75, isRequired: true);
        problems.Length((button as JsonObject)?["value"], $"{pointer}/value", 2000);
    }
}
