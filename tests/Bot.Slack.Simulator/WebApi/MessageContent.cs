using System.Text;
using System.Text.Json.Nodes;
using Bot.Slack.Simulator.Blocks;

namespace Bot.Slack.Simulator.WebApi;

/// <summary>What a call says a message should contain, checked against Slack's limits.</summary>
internal sealed record MessageContent(string? Text, JsonArray? Blocks, JsonObject? Metadata, bool IsTruncated)
{
    private const int MaximumText = 40_000;
    private const int MaximumMarkdown = 12_000;
    private const int MaximumMetadata = 8_000;

    public bool IsEmpty => string.IsNullOrEmpty(Text) && Blocks is not { Count: > 0 };

    /// <summary>Reads and checks; a null result means that the content may be posted.</summary>
    public static ApiResult? Read(ApiCall call, int? maximumTextBytes, out MessageContent content)
    {
        content = null!;
        var (text, markdown) = (call.Text("text"), call.Text("markdown_text"));
        if (markdown is not null && (text is not null || call.Has("blocks")))
        {
            return ApiResult.Fail("markdown_text_conflict");
        }
        if (markdown?.Length > MaximumMarkdown || Encoding.UTF8.GetByteCount(text ?? "") > (maximumTextBytes ?? int.MaxValue))
        {
            return ApiResult.Fail("msg_too_long");
        }
        if (ReadBlocks(call, out var blocks) is { } blocksRefusal)
        {
            return blocksRefusal;
        }
        if (ReadMetadata(call, out var metadata) is { } metadataRefusal)
        {
            return metadataRefusal;
        }
        var isTruncated = text?.Length > MaximumText;
        content = new(markdown ?? (isTruncated ? text![..MaximumText] : text), blocks, metadata, isTruncated);
        return null;
    }

    /// <summary>Reads and checks <c>blocks</c>; null where there are none.</summary>
    public static ApiResult? ReadBlocks(ApiCall call, out JsonArray? blocks)
    {
        blocks = null;
        if (!call.Has("blocks"))
        {
            return null;
        }
        blocks = call.Node("blocks") as JsonArray;
        return blocks is null ? ApiResult.Fail("invalid_blocks_format") : BlockRules.CheckMessage(blocks);
    }

    /// <summary>Reads and checks <c>metadata</c>; an empty object stands for "none any more".</summary>
    public static ApiResult? ReadMetadata(ApiCall call, out JsonObject? metadata)
    {
        metadata = null;
        if (!call.Has("metadata"))
        {
            return null;
        }
        metadata = call.Node("metadata") as JsonObject;
        return metadata switch
        {
            null => ApiResult.Fail("invalid_metadata_format"),
            { Count: 0 } => null,
            _ when metadata.Text("event_type") is null || metadata["event_payload"] is not JsonObject => ApiResult.Fail("invalid_metadata_format"),
            _ when metadata.ToJsonString(Json.Options).Length > MaximumMetadata => ApiResult.Fail("metadata_too_large"),
            _ => null,
        };
    }
}
