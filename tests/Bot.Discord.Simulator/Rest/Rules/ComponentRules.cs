using System.Text.Json;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>The limits of components in messages, classic and V2.</summary>
internal static class ComponentRules
{
    private const int MostRows = 5;
    private const int MostButtons = 5;
    private const int MostOptions = 25;
    private const int MostComponentsV2 = 40;
    private const int MostDisplayText = 4000;
    private const int LinkStyle = 5;
    private const int LastStyle = 6;

    public static void Check(JsonElement message, bool isV2, FormErrors errors)
    {
        var top = message.Items("components").ToArray();
        if (isV2)
        {
            errors.Length(Tree(message).Count(), "components", 0, MostComponentsV2);
            errors.Length(Tree(message).Where(node => Type(node.Component) == ComponentType.TextDisplay).Sum(node => node.Component.GetText("content")?.Length ?? 0), "components", 0, MostDisplayText);
        }
        else
        {
            errors.Length(top.Length, "components", 0, MostRows);
            foreach (var index in top.Index().Where(item => Type(item.Item) != ComponentType.ActionRow).Select(item => item.Index))
            {
                errors.Choice($"components.{index}.type", "1");
            }
        }
        foreach (var (component, path) in Tree(message))
        {
            CheckOne(component, path, errors);
        }
        CheckUnique(message, errors);
    }

    public static ComponentType? Type(JsonElement component) => (ComponentType?)component.GetInt("type");

    /// <summary>The component with this custom id, at any depth.</summary>
    public static JsonElement? Find(JsonElement components, string customId) => components.EnumerateArray().Index()
        .SelectMany(item => Below(item.Item, ""))
        .Where(node => node.Component.GetText("custom_id") == customId)
        .Select(node => (JsonElement?)node.Component)
        .FirstOrDefault();

    private static IEnumerable<(JsonElement Component, string Path)> Tree(JsonElement parent, string path = "components") =>
        parent.Items("components").Index().SelectMany(item => Below(item.Item, $"{path}.{item.Index}"));

    private static IEnumerable<(JsonElement Component, string Path)> Below(JsonElement component, string path)
    {
        IEnumerable<(JsonElement, string)> self = [(component, path)];
        IEnumerable<(JsonElement, string)> accessory = component.Get("accessory") is { } beside ? [(beside, $"{path}.accessory")] : [];
        return self.Concat(Tree(component, $"{path}.components")).Concat(accessory);
    }

    private static void CheckOne(JsonElement component, string path, FormErrors errors)
    {
        switch (Type(component))
        {
            case ComponentType.ActionRow:
                CheckRow(component, path, errors);
                break;
            case ComponentType.Button:
                CheckButton(component, path, errors);
                break;
            case ComponentType.StringSelect:
                CheckOptions(component, path, errors);
                CheckSelect(component, path, errors);
                break;
            case ComponentType.UserSelect or ComponentType.RoleSelect or ComponentType.MentionableSelect or ComponentType.ChannelSelect:
                CheckSelect(component, path, errors);
                break;
            case ComponentType.TextDisplay:
                errors.Text(component, "content", $"{path}.content", 1, MostDisplayText, required: true);
                break;
            case ComponentType.Section or ComponentType.Thumbnail or ComponentType.MediaGallery or ComponentType.File or ComponentType.Separator or ComponentType.Container:
                break;
            default:
                errors.Choice($"{path}.type", "1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17");
                break;
        }
    }

    private static void CheckRow(JsonElement row, string path, FormErrors errors)
    {
        var children = row.Items("components").ToArray();
        var buttons = children.Count(child => Type(child) == ComponentType.Button);
        if (children.Length == 0 || children.Length > MostButtons || (buttons != children.Length && children.Length > 1))
        {
            errors.Add($"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }
    }

    private static void CheckButton(JsonElement button, string path, FormErrors errors)
    {
        errors.Text(button, "label", $"{path}.label", 0, 80);
        if (button.GetInt("style") is not (>= 1 and <= LastStyle) || button.GetInt("style") is not { } style)
        {
            errors.Choice($"{path}.style", "1, 2, 3, 4, 5, 6");
        }
        else if (style == LinkStyle)
        {
            errors.Text(button, "url", $"{path}.url", 1, 512, required: true);
        }
        else if (style != LastStyle)
        {
            errors.Text(button, "custom_id", $"{path}.custom_id", 1, 100, required: true);
        }
        if (button.Get("label") is null && button.Get("emoji") is null && button.Get("sku_id") is null)
        {
            errors.Add(path, "BUTTON_COMPONENT_CONTENT_REQUIRED", "A button needs a label or an emoji.");
        }
    }

    private static void CheckSelect(JsonElement select, string path, FormErrors errors)
    {
        errors.Text(select, "custom_id", $"{path}.custom_id", 1, 100, required: true);
        errors.Text(select, "placeholder", $"{path}.placeholder", 0, 150);
    }

    private static void CheckOptions(JsonElement select, string path, FormErrors errors)
    {
        var options = select.Items("options").ToArray();
        errors.Length(options.Length, $"{path}.options", 1, MostOptions);
        foreach (var (index, option) in options.Index())
        {
            errors.Text(option, "label", $"{path}.options.{index}.label", 1, 100, required: true);
            errors.Text(option, "value", $"{path}.options.{index}.value", 1, 100, required: true);
            errors.Text(option, "description", $"{path}.options.{index}.description", 0, 100);
        }
    }

    private static void CheckUnique(JsonElement message, FormErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (component, path) in Tree(message))
        {
            if (component.GetText("custom_id") is { } id && !seen.Add(id))
            {
                errors.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
            }
        }
    }
}
