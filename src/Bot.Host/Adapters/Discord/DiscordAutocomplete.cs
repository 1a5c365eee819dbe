using Bot.Discord.Interactions;
using Bot.Host.CommandLine;
using Bot.Retrieval.Indexing;

namespace Bot.Host.Adapters.Discord;

/// <summary>Completes a clause while it is typed.</summary>
internal sealed class DiscordAutocomplete(LiveIndex index)
{
    private const int MostChoices = 25;
    private const int MostLength = 100;

    /// <summary>What the clause may be, likeliest first.</summary>
    public IReadOnlyList<CommandChoice> For(string typed)
    {
        var found = index.Current.Clauses.Suggest(typed, MostChoices);
        var names = ClauseNames.Of(found);
        return
        [
            .. found.Zip(names)
                .Where(clause => clause.First.FullName.Length <= MostLength)
                .Select(clause => new CommandChoice(clause.Second, clause.First.FullName)),
        ];
    }
}
