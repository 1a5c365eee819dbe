using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>
/// Cuts a question into weighted terms. Weights were chosen on the open question sets; <c>docs/retrieval.md</c> has the
/// figures.
/// </summary>
internal sealed class QuestionAnalyzer(LexiconSource lexicon)
{
    /// <summary>Each term once, with the weight of its best occurrence, in order of first occurrence. Words that only ask are left out.</summary>
    public List<QuestionTerm> Analyze(string question)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var terms = new List<QuestionTerm>();
        foreach (var term in TermWeigher.Weigh(question, lexicon.Lexicon))
        {
            if (positions.TryAdd(term.Text, terms.Count))
            {
                terms.Add(term);
            }
            else if (terms[positions[term.Text]].Weight < term.Weight)
            {
                terms[positions[term.Text]] = term;
            }
        }
        return terms;
    }
}
