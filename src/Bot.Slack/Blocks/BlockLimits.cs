namespace Bot.Slack.Blocks;

/// <summary>Slack's limits. Texts are counted in characters as sent, so after escaping, unless it says bytes.</summary>
public static class BlockLimits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;
    public const int SectionText = 3000;
    public const int HeaderText = 150;
    public const int ContextElements = 10;
    public const int ContextText = 2000;
    public const int ActionElements = 25;
    public const int Identifier = 255;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int Url = 3000;
    public const int Options = 100;
    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int ViewTitle = 24;
    public const int PrivateMetadata = 3000;
    public const int LabelText = 2000;
    public const int PlainTextInput = 3000;
    public const int StatusText = 50;

    /// <summary>Real Markdown, over all of a message's markdown blocks or of one piece of a stream.</summary>
    public const int MarkdownText = 12_000;

    /// <summary>Slack refuses more with <c>msg_blocks_too_long</c> at about 13,200; some room is left.</summary>
    public const int MessageBlocksText = 12_000;

    /// <summary><c>text</c> of a message that may be edited later, in UTF-8 bytes: chat.update refuses more.</summary>
    public const int MessageTextBytes = 4000;

    /// <summary>A view, in bytes of JSON.</summary>
    public const int ViewBytes = 250_000;
}
