namespace Bot.Slack.Blocks;

/// <param name="Text">Plain, at most <see cref="BlockLimits.OptionText"/> characters.</param>
/// <param name="Value">At most <see cref="BlockLimits.OptionValue"/> characters.</param>
public sealed record SelectOption(TextObject Text, string Value);

/// <summary>What a select is answered with: at most <see cref="BlockLimits.Options"/> options.</summary>
public sealed record OptionList(IReadOnlyList<SelectOption> Options);
