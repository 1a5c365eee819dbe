namespace Bot.Slack.Blocks;

/// <summary>A modal or a home tab.</summary>
/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
/// <param name="Title">Plain, for modals; at most <see cref="BlockLimits.ViewTitle"/> characters.</param>
/// <param name="PrivateMetadata">Comes back with the view; at most <see cref="BlockLimits.PrivateMetadata"/> characters.</param>
public sealed record View(
    string Type, IReadOnlyList<Block> Blocks, TextObject? Title = null, TextObject? Submit = null, TextObject? Close = null,
    string? CallbackId = null, string? PrivateMetadata = null)
{
    private const string ModalType = "modal";
    private const string HomeType = "home";

    public static View Modal(string title, IReadOnlyList<Block> blocks, string? close, string? submit = null, string? callbackId = null, string? privateMetadata = null) =>
        new(ModalType, blocks, TextObject.Plain(title), PlainOrNull(submit), PlainOrNull(close), callbackId, privateMetadata);

    public static View Home(IReadOnlyList<Block> blocks) => new(HomeType, blocks);

    private static TextObject? PlainOrNull(string? text) => text is null ? null : TextObject.Plain(text);
}
