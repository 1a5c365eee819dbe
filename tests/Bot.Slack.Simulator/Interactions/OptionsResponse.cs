using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;

namespace Bot.Slack.Simulator.Interactions;

/// <summary>Reads the options in the acknowledgement of a <c>block_suggestion</c>, by Slack's limits.</summary>
internal static class OptionsResponse
{
    private const int MaximumOptions = 100;

    public static ImmutableArray<SlackOption> Read(SimulatorCore core, JsonObject? payload)
    {
        var groups = payload?["option_groups"] as JsonArray;
        var options = groups is null
            ? payload?["options"] as JsonArray
            : [.. groups.SelectMany(group => group?["options"] as JsonArray ?? []).Select(option => option?.DeepClone())];
        var problems = new BlockProblems();
        ElementRules.CheckOptions(options, "/options", MaximumOptions, problems, minimum: 0);
        if (problems.ToRefusal("invalid_options") is { } refusal)
        {
            core.Unexpected.Add($"A picker was given what Slack doesn't show: {refusal.Body.ToJsonString(Json.Options)}");
            return [];
        }
        return [.. options!.Select(option => new SlackOption(option?["text"].Text("text") ?? "", option.Text("value") ?? ""))];
    }
}
