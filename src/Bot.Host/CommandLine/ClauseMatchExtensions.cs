using Bot.Retrieval.Answering;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

internal static class ClauseMatchExtensions
{
    /// <summary>For showing where a clause's words stand.</summary>
    public static Citation ToCitation(this ClauseMatch match, int number = 1) => new(number, match.Passage, match.Quote, match.Text);
}
