using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Interactions;
using Bot.Slack.Simulator.WebApi;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>The limits of modals and Home tabs.</summary>
internal static class ViewRules
{
    /// <summary>Checks a view; null means that Slack takes it. Without a kind, either is good.</summary>
    public static ApiResult? Check(JsonObject view, ViewKind? kind)
    {
        var problems = new BlockProblems();
        var type = view.Text("type");
        if (type is not ("modal" or "home") || (kind is { } wanted && (wanted == ViewKind.Modal) != (type == "modal")))
        {
            problems.Add("/view/type", "unsupported type");
        }
        if (type == "modal")
        {
            problems.PlainText(view["title"], "/view/title", 24, isRequired: true);
            problems.PlainText(view["submit"], "/view/submit", 24, isRequired: HasInput(view));
            problems.PlainText(view["close"], "/view/close", 24);
        }
        problems.Length(view["private_metadata"], "/view/private_metadata", 3000);
        problems.Length(view["callback_id"], "/view/callback_id", 255);
        if (view["blocks"] is JsonArray blocks)
        {
            BlockRules.Check(blocks, "/view/blocks", maximum: 100, problems);
        }
        else
        {
            problems.Add("/view/blocks", "missing required field");
        }
        return problems.ToRefusal("invalid_arguments");
    }

    private static bool HasInput(JsonObject view) => view["blocks"] is JsonArray blocks && blocks.Any(block => block.Text("type") == "input");
}
