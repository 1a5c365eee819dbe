using System.Text.Json.Serialization;

namespace Bot.Slack.Blocks;

/// <summary>A part of a message, a modal or the home tab. Limits stand in <see cref="BlockLimits"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(InputBlock), "input")]
public abstract record Block(string? BlockId);

public sealed record SectionBlock(TextObject Text, BlockElement? Accessory = null, string? BlockId = null) : Block(BlockId);

/// <param name="Text">Plain, at most <see cref="BlockLimits.HeaderText"/> characters.</param>
public sealed record HeaderBlock(TextObject Text, string? BlockId = null) : Block(BlockId);

public sealed record ContextBlock(IReadOnlyList<TextObject> Elements, string? BlockId = null) : Block(BlockId);

public sealed record DividerBlock(string? BlockId = null) : Block(BlockId);

public sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements, string? BlockId = null) : Block(BlockId);

/// <param name="Label">Plain.</param>
/// <param name="Hint">Plain.</param>
public sealed record InputBlock(TextObject Label, BlockElement Element, TextObject? Hint = null, bool? Optional = null, string? BlockId = null) : Block(BlockId);
