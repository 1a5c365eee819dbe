using System.Text.Json.Nodes;
using Bot.Slack.Simulator.WebApi;

namespace Bot.Slack.Simulator.Blocks;

/// <summary>The limits of Block Kit's layout blocks.</summary>
internal static class BlockRules
{
    private const int MaximumMessageBlocks = 50;
    private const int MaximumMarkdown = 12_000;

    /// <summary>Undocumented: bolt-js#2509.</summary>
    private const int MaximumSumOfBlocks = 13_200;

    /// <summary>Checks the blocks of a message; null means that Slack takes them.</summary>
    public static ApiResult? CheckMessage(JsonArray blocks)
    {
        var problems = new BlockProblems();
        Check(blocks, "/blocks", MaximumMessageBlocks, problems);
        if (problems.ToRefusal("invalid_blocks") is { } refusal)
        {
            return refusal;
        }
        var markdown = blocks.Where(block => block.Text("type") == "markdown").Sum(block => block.Text("text")?.Length ?? 0);
        return markdown > MaximumMarkdown || blocks.Sum(TextLength) > MaximumSumOfBlocks ? ApiResult.Fail("msg_blocks_too_long") : null;
    }

    /// <summary>Checks blocks wherever they stand.</summary>
    public static void Check(JsonArray blocks, string pointer, int maximum, BlockProblems problems)
    {
        problems.Count(blocks, pointer, maximum, minimum: 0);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, node) in blocks.Index())
        {
            var here = $"{pointer}/{index}";
            if (node is not JsonObject block)
            {
                problems.Add(here, "must be an object");
                continue;
            }
            problems.Length(block["block_id"], $"{here}/block_id", 255);
            if (block.Text("block_id") is { } id && !ids.Add(id))
            {
                problems.Add($"{here}/block_id", "block_id already exists");
            }
            CheckBlock(block, here, problems);
        }
    }

    private static void CheckBlock(JsonObject block, string here, BlockProblems problems)
    {
        switch (block.Text("type"))
        {
            case "section":
                CheckSection(block, here, problems);
                break;
            case "header":
                problems.PlainText(block["text"], $"{here}/text", 150, isRequired: true);
                break;
            case "context":
                CheckContext(block, here, problems);
                break;
            case "actions":
                problems.Count(block["elements"], $"{here}/elements", 25);
                CheckElements(block, here, problems);
                break;
            case "context_actions":
                problems.Count(block["elements"], $"{here}/elements", 5);
                CheckElements(block, here, problems);
                break;
            case "input":
                problems.PlainText(block["label"], $"{here}/label", 2000, isRequired: true);
                problems.PlainText(block["hint"], $"{here}/hint", 2000);
                CheckElements(block, here, problems);
                break;
            case "markdown":
                problems.Length(block["text"], $"{here}/text", MaximumMarkdown);
                break;
            case "image":
                problems.Length(block["alt_text"], $"{here}/alt_text", 2000);
                problems.Length(block["image_url"], $"{here}/image_url", 3000);
                break;
            case "table":
                CheckTable(block, here, problems);
                break;
            case "divider" or "rich_text" or "video" or "file" or "call" or "plan" or "task_card":
                break;
            default:
                problems.Add($"{here}/type", "unsupported type");
                break;
        }
    }

    private static void CheckSection(JsonObject block, string here, BlockProblems problems)
    {
        problems.Text(block["text"], $"{here}/text", 3000, isRequired: block["fields"] is null);
        if (block["fields"] is JsonArray fields)
        {
            problems.Count(fields, $"{here}/fields", 10);
            foreach (var (index, field) in fields.Index())
            {
                problems.Text(field, $"{here}/fields/{index}", 2000, isRequired: true);
            }
        }
        CheckElements(block, here, problems);
    }

    private static void CheckContext(JsonObject block, string here, BlockProblems problems)
    {
        problems.Count(block["elements"], $"{here}/elements", 10);
        foreach (var (index, element) in (block["elements"] as JsonArray ?? []).Index())
        {
            if (element.Text("type") != "image")
            {
                problems.Text(element, $"{here}/elements/{index}", 3000, isRequired: true);
            }
        }
    }

    private static void CheckElements(JsonObject block, string here, BlockProblems problems)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in BlockElements.Of(block))
        {
            ElementRules.Check(element, here, problems);
            if (element.Text("action_id") is { } id && !ids.Add(id))
            {
                problems.Add($"{here}/elements", "action_id already exists for other elements");
            }
        }
    }

    private static void CheckTable(JsonObject block, string here, BlockProblems problems)
    {
        problems.Count(block["rows"], $"{here}/rows", 100);
        foreach (var (index, row) in (block["rows"] as JsonArray ?? []).Index())
        {
            problems.Count(row, $"{here}/rows/{index}", 20);
        }
    }

    /// <summary>The characters of all texts in a block.</summary>
    private static int TextLength(JsonNode? node) => node switch
    {
        JsonObject map => map.Sum(pair => pair is { Key: "text", Value: JsonValue value } ? value.ToString().Length : TextLength(pair.Value)),
        JsonArray list => list.Sum(TextLength),
        _ => 0,
    };
}
