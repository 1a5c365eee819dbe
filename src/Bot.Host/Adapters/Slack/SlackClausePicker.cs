using Bot.Host.CommandLine;
using Bot.Retrieval.Indexing;
using Bot.Slack.Blocks;

namespace Bot.Host.Adapters.Slack;

/// <summary>Suggests clauses while somebody types.</summary>
internal sealed class SlackClausePicker(LiveIndex index)
{
    /// <summary>What the clause may be, likeliest first.</summary>
    public IReadOnlyList<SelectOption> For(string typed)
    {
        var found = index.Current.Clauses.Suggest(typed, BlockLimits.Options);
        var names = ClauseNames.Of(found);
        return
        [
            .. found.Zip(names)
                .Where(clause => clause.First.FullName.Length <= BlockLimits.OptionValue)
                .Select(clause => new SelectOption(TextObject.Plain(TextCut.ToCharacters(clause.Second, BlockLimits.OptionText)), clause.First.FullName)),
        ];
    }
}
