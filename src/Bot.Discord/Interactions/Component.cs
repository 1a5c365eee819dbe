using Bot.Discord.Resources;

namespace Bot.Discord.Interactions;

/// <summary>
/// A component of a message or modal. One shape for all kinds, as on the wire: each kind uses some of the fields. Make them with
/// the static methods, which hold Discord's limits and throw <see cref="ArgumentException"/> beyond them.
/// </summary>
public sealed record Component
{
    private const int MaxCustomId = 100;

    public ComponentType Type { get; init; }

    /// <summary>Comes back in the interaction; unique in its message, 1 to 100 characters.</summary>
    public string? CustomId { get; init; }

    /// <summary>A <see cref="ButtonStyle"/> or <see cref="TextInputStyle"/>, by its number.</summary>
    public int? Style { get; init; }
    public string? Label { get; init; }
    public Emoji? Emoji { get; init; }
    public string? Url { get; init; }
    public bool? Disabled { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>Of a text input: what is in it.</summary>
    public string? Value { get; init; }
    public string? Content { get; init; }
    public bool? Required { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<SelectOption>? Options { get; init; }

    /// <summary>In a submitted modal: what was picked in a select.</summary>
    public IReadOnlyList<string>? Values { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>In a <see cref="ComponentType.Label"/>: the input it wraps. Discord's name for it is <c>component</c>.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Child { get; init; }

    /// <summary>One to five buttons, or one select.</summary>
    public static Component Row(params IReadOnlyList<Component> children)
    {
        ArgumentOutOfRangeException.ThrowIfZero(children.Count, nameof(children));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(children.Count, 5, nameof(children));
        return new() { Type = ComponentType.ActionRow, Components = children };
    }

    /// <summary>A button that makes an interaction; label at most 80 characters.</summary>
    public static Component Button(string customId, string label, ButtonStyle style = ButtonStyle.Secondary, Emoji? emoji = null, bool disabled = false) => new()
    {
        Type = ComponentType.Button,
        CustomId = Within(customId, MaxCustomId, nameof(customId)),
        Label = Within(label, 80, nameof(label)),
        Style = (int)style,
        Emoji = emoji,
        Disabled = disabled ? true : null,
    };

    /// <summary>A button that opens an address; label at most 80 characters, address at most 512.</summary>
    public static Component LinkButton(string url, string label) => new()
    {
        Type = ComponentType.Button,
        Url = Within(url, 512, nameof(url)),
        Label = Within(label, 80, nameof(label)),
        Style = (int)ButtonStyle.Link,
    };

    /// <summary>A menu of 1 to 25 options of which one is picked; placeholder at most 150 characters.</summary>
    public static Component Select(string customId, IReadOnlyList<SelectOption> options, string? placeholder = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(options.Count, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Count, 25, nameof(options));
        return new()
        {
            Type = ComponentType.StringSelect,
            CustomId = Within(customId, MaxCustomId, nameof(customId)),
            Options = options,
            Placeholder = placeholder is null ? null : Within(placeholder, 150, nameof(placeholder)),
        };
    }

    /// <summary>A labelled text field of a modal; label at most 45 characters, text at most 4,000.</summary>
    public static Component TextField(string customId, string label, TextInputStyle style = TextInputStyle.Short, bool required = true) => new()
    {
        Type = ComponentType.Label,
        Label = Within(label, 45, nameof(label)),
        Child = new() { Type = ComponentType.TextInput, CustomId = Within(customId, MaxCustomId, nameof(customId)), Style = (int)style, Required = required },
    };

    private static string Within(string text, int limit, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, limit, name);
        return text;
    }
}
