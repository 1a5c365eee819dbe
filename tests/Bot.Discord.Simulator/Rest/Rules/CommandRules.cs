using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Discord.Simulator.Rest.Rules;

/// <summary>What makes an application command good.</summary>
internal static partial class CommandRules
{
    private const int MostOptions = 25;
    private const int MostChoices = 25;
    private const int MostCharacters = 8000;
    private const int LongestText = 6000;

    private static readonly HashSet<string> Locales = new(StringComparer.Ordinal)
    {
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi",
        "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    };

    /// <param name="path">Where the command stands in the body, with a dot at its end, or empty.</param>
    public static void Check(JsonElement command, string path, FormErrors errors)
    {
        if (command.GetInt("type") is not (null or (int)CommandType.ChatInput))
        {
            errors.Text(command, "name", $"{path}name", 1, 32, required: true);
            return;
        }
        CheckNames(command, path, errors);
        CheckPermissions(command, path, errors);
        CheckOptions(command, path, depth: 0, errors);
        if (Characters(command) > MostCharacters)
        {
            errors.Add($"{path}options", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
        }
    }

    private static void CheckNames(JsonElement command, string path, FormErrors errors)
    {
        CheckName(command.GetText("name"), $"{path}name", errors);
        errors.Text(command, "description", $"{path}description", 1, 100, required: true);
        foreach (var (locale, text) in Localizations(command, "name_localizations"))
        {
            CheckLocale(locale, $"{path}name_localizations", errors);
            CheckName(text, $"{path}name_localizations.{locale}", errors);
        }
        foreach (var (locale, text) in Localizations(command, "description_localizations"))
        {
            CheckLocale(locale, $"{path}description_localizations", errors);
            errors.Length(text.Length, $"{path}description_localizations.{locale}", 1, 100);
        }
    }

    private static void CheckName(string? name, string path, FormErrors errors)
    {
        if (name is null)
        {
            errors.Required(path);
        }
        else if (!Name().IsMatch(name) || !string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal))
        {
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static void CheckLocale(string locale, string path, FormErrors errors)
    {
        if (!Locales.Contains(locale))
        {
            errors.Add(path, "ENUM_TYPE_COERCE", $"Value \"{locale}\" is not a valid enum value.");
        }
    }

    private static void CheckPermissions(JsonElement command, string path, FormErrors errors)
    {
        if (command.Get("default_member_permissions") is { } bits && (bits.ValueKind != JsonValueKind.String || !ulong.TryParse(bits.GetString(), out _)))
        {
            errors.Add($"{path}default_member_permissions", "NUMBER_TYPE_COERCE", "Value is not a bit set in a string.");
        }
        foreach (var (member, most) in new[] { ("contexts", 2), ("integration_types", 1) })
        {
            foreach (var (index, value) in command.Items(member).Index())
            {
                if (!value.TryGetInt32(out var number) || number < 0 || number > most)
                {
                    errors.Choice($"{path}{member}.{index}", $"0 to {most}");
                }
            }
        }
    }

    private static void CheckOptions(JsonElement parent, string path, int depth, FormErrors errors)
    {
        var options = parent.Items("options").ToArray();
        errors.Length(options.Length, $"{path}options", 0, MostOptions);
        var optionalSeen = false;
        foreach (var (index, option) in options.Index())
        {
            var place = $"{path}options.{index}.";
            CheckNames(option, place, errors);
            CheckType(option, place, depth, errors);
            CheckValues(option, place, errors);
            if (option.GetFlag("required") == true && optionalSeen)
            {
                errors.Add($"{place}required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }
            optionalSeen |= option.GetFlag("required") != true;
        }
        if (options.Select(option => option.GetText("name")).Distinct(StringComparer.Ordinal).Count() < options.Length)
        {
            errors.Add($"{path}options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name must be unique");
        }
    }

    private static void CheckType(JsonElement option, string place, int depth, FormErrors errors)
    {
        switch ((OptionType?)option.GetInt("type"))
        {
            case OptionType.SubCommand when depth < 2:
            case OptionType.SubCommandGroup when depth < 1:
                CheckOptions(option, place, depth + 1, errors);
                break;
            case >= OptionType.String and <= OptionType.Attachment:
                break;
            default:
                errors.Choice($"{place}type", "1 to 11");
                break;
        }
    }

    private static void CheckValues(JsonElement option, string place, FormErrors errors)
    {
        var choices = option.Items("choices").ToArray();
        errors.Length(choices.Length, $"{place}choices", 0, MostChoices);
        if (option.GetFlag("autocomplete") == true && choices.Length > 0)
        {
            errors.Add($"{place}autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_INVALID", "Autocomplete excludes choices");
        }
        ChoiceRules.Check(choices, (OptionType?)option.GetInt("type"), $"{place}choices", errors);
        if (option.GetInt("min_length") is < 0 or > LongestText)
        {
            errors.Add($"{place}min_length", "NUMBER_TYPE_MAX", $"int value should be between 0 and {LongestText}.");
        }
        if (option.GetInt("max_length") is < 1 or > LongestText)
        {
            errors.Add($"{place}max_length", "NUMBER_TYPE_MAX", $"int value should be between 1 and {LongestText}.");
        }
    }

    /// <summary>Names, descriptions and values of the whole command; of localised ones the longest counts.</summary>
    private static int Characters(JsonElement part) =>
        Longest(part, "name") + Longest(part, "description")
        + part.Items("choices").Sum(choice => Longest(choice, "name") + (choice.GetText("value")?.Length ?? 0))
        + part.Items("options").Sum(Characters);

    private static int Longest(JsonElement part, string member) =>
        Localizations(part, $"{member}_localizations").Select(item => item.Text.Length).Append(part.GetText(member)?.Length ?? 0).Max();

    private static IEnumerable<(string Locale, string Text)> Localizations(JsonElement part, string member) =>
        part.Get(member) is { ValueKind: JsonValueKind.Object } texts
            ? texts.EnumerateObject().Where(text => text.Value.ValueKind == JsonValueKind.String).Select(text => (text.Name, text.Value.GetString()!))
            : [];

    // Discord also lets Devanagari and Thai through whole; \p{M} covers the marks that those need beside letters.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{M}]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
