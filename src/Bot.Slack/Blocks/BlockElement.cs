using System.Text.Json.Serialization;

namespace Bot.Slack.Blocks;

/// <summary>Something in a block that people can press or fill in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(ExternalSelectElement), "external_select")]
[JsonDerivedType(typeof(PlainTextInputElement), "plain_text_input")]
public abstract record BlockElement(string ActionId);

/// <param name="Text">Plain, at most <see cref="BlockLimits.ButtonText"/> characters.</param>
/// <param name="Value">Comes back when it is pressed; at most <see cref="BlockLimits.ButtonValue"/> characters.</param>
/// <param name="Style"><c>primary</c>, <c>danger</c> or null.</param>
public sealed record ButtonElement(string ActionId, TextObject Text, string? Value = null, Uri? Url = null, string? Style = null, string? AccessibilityLabel = null)
    : BlockElement(ActionId);

/// <summary>A select whose options the app suggests while people type.</summary>
/// <param name="MinQueryLength">Characters before the app is asked; 0 asks at once.</param>
public sealed record ExternalSelectElement(string ActionId, TextObject? Placeholder = null, int? MinQueryLength = null, bool? FocusOnLoad = null)
    : BlockElement(ActionId);

public sealed record PlainTextInputElement(string ActionId, bool? Multiline = null, TextObject? Placeholder = null, int? MaxLength = null)
    : BlockElement(ActionId);
