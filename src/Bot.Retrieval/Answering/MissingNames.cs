using System.Text.RegularExpressions;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Searching;

namespace Bot.Retrieval.Answering;

/// <summary>Names of a question that a passage lacks. Only Latin script marks names, by a capital letter inside a sentence.</summary>
internal static partial class MissingNames
{
    // The pattern can't run away; the limit is for those who change it.
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>The weight of the names that are missing.</summary>
    public static double Weight(string question, IReadOnlyList<QueryTerm> terms, HeldTerms held)
    {
        var names = Names().Matches(question).Where(name => name.Index > 0).Select(name => name.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        names.UnionWith([.. names.Select(EnglishStemmer.Stem)]);
        var weight = 0.0;
        for (var term = 0; names.Count > 0 && term < terms.Count; term++)
        {
            weight += names.Contains(terms[term].Text) ? (1 - held.Anywhere(term)) * terms[term].Weight : 0;
        }
        return weight;
    }

    [GeneratedRegex("[A-Z][A-Za-z]+", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Names();
}
