using System.Globalization;
using Bot.Host.Conversations;
using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>What buttons and pickers are called, and what they carry: an answer's id, which nobody can guess.</summary>
internal static class SlackActionIds
{
    public const string ShareQuestion = "share_question";
    public const string ShareClause = "share_clause";
    public const string ClausePicker = "clause";
    public const string ClauseBlock = "clause_block";
    public const string ClauseView = "clause_view";

    private const string Passage = "passage_";
    private const string Helpful = "helpful";
    private const string NotHelpful = "not_helpful";

    public static ButtonElement ShowPassage(AnswerId answer, int number, string label) =>
        new(Passage + number.ToString(CultureInfo.InvariantCulture), TextObject.Plain(label), answer.Value);

    public static ButtonElement Rate(AnswerId answer, bool helpful, string label) => new(helpful ? Helpful : NotHelpful, TextObject.Plain(label), answer.Value);

    /// <summary>What the button asks for, or null for one that isn't answered.</summary>
    public static Request? Read(string? actionId, string? value) => actionId switch
    {
        null => null,
        Helpful => new Request.Rate(value ?? "", Helpful: true),
        NotHelpful => new Request.Rate(value ?? "", Helpful: false),
        ShareQuestion => new Request.Ask(value ?? ""),
        ShareClause => new Request.Clause(value ?? ""),
        _ when actionId.StartsWith(Passage, StringComparison.Ordinal)
            && int.TryParse(actionId.AsSpan(Passage.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new Request.ShowPassage(value ?? "", number),
        _ => null,
    };

    /// <summary>The button that repeats a private answer for all, or null where its question is too long for a button.</summary>
    public static ButtonElement? Share(Request request, string label) => request switch
    {
        Request.Ask { Text.Length: <= BlockLimits.ButtonValue } ask => new(ShareQuestion, TextObject.Plain(label), ask.Text),
        Request.Clause { Reference.Length: <= BlockLimits.ButtonValue } clause => new(ShareClause, TextObject.Plain(label), clause.Reference),
        _ => null,
    };
}
