namespace Bot.Slack.Blocks;

/// <summary>A text inside a block.</summary>
/// <param name="Type"><c>mrkdwn</c> or <c>plain_text</c>.</param>
public sealed record TextObject(string Type, string Text, bool? Emoji = null)
{
    private const string MrkdwnType = "mrkdwn";
    private const string PlainType = "plain_text";

    /// <param name="text">Already escaped; see <see cref="Blocks.Mrkdwn"/>.</param>
    public static TextObject Mrkdwn(string text) => new(MrkdwnType, text);

    /// <summary>Shown as it is: nothing in it has a meaning but emoji names, which are switched off.</summary>
    public static TextObject Plain(string text) => new(PlainType, text, Emoji: false);
}
