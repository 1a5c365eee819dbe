using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>Collects a glossary's entries, joins those that share a term, and notes what is wrong with them.</summary>
internal sealed class GlossaryBuilder
{
    private readonly List<List<(string Folded, string Term)>?> _groups = [];
    private readonly Dictionary<string, int> _groupOfTerm = new(StringComparer.Ordinal);
    private readonly ImmutableArray<GlossaryProblem>.Builder _problems = ImmutableArray.CreateBuilder<GlossaryProblem>();

    public void Report(int line, string reason) => _problems.Add(new(line, reason));

    public void Add(int line, ImmutableArray<string> written)
    {
        var terms = Usable(line, written);
        if (terms.Count < 2)
        {
            Report(line, terms.Count == 0
                ? "The entry has no terms. It is left out."
                : $"\"{terms.Values.First()}\" has no other term that means the same. The entry is left out.");
            return;
        }
        var known = terms.Keys.Where(_groupOfTerm.ContainsKey).ToList();
        // The largest takes the others in, so that a long chain of entries is joined in little time.
        var target = known.Count > 0 ? known.Select(term => _groupOfTerm[term]).MaxBy(group => _groups[group]!.Count) : _groups.Count;
        if (known.Count > 0)
        {
            Report(line, known.Count == terms.Count && known.TrueForAll(term => _groupOfTerm[term] == target)
                ? $"An earlier entry says the same as this one ({terms[known[0]]})."
                : $"\"{terms[known[0]]}\" is in an earlier entry too: both are read as one group.");
        }
        else
        {
            _groups.Add([]);
        }
        foreach (var (folded, term) in terms)
        {
            Put(folded, term, target);
        }
    }

    public GlossaryReading Build() => new(
        new([.. _groups.OfType<List<(string Folded, string Term)>>().Select(terms => new GlossaryGroup([.. terms.Select(term => term.Term)]))]),
        [.. _problems.OrderBy(problem => problem.Line)]);

    private void Put(string folded, string term, int target)
    {
        if (!_groupOfTerm.TryGetValue(folded, out var source))
        {
            _groupOfTerm[folded] = target;
            _groups[target]!.Add((folded, term));
            return;
        }
        if (source == target)
        {
            return;
        }
        foreach (var (moved, _) in _groups[source]!)
        {
            _groupOfTerm[moved] = target;
        }
        _groups[target]!.AddRange(_groups[source]!);
        _groups[source] = null;
    }

    private Dictionary<string, string> Usable(int line, ImmutableArray<string> written)
    {
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in written)
        {
            var folded = Glossary.Fold(term);
            if (folded.Length == 0)
            {
                Report(line, "A term is empty. It is left out.");
            }
            else if (term.Length > GlossaryReader.LongestTerm)
            {
                Report(line, $"\"{term[..20]}…\" is longer than {GlossaryReader.LongestTerm} characters. It is left out.");
            }
            else if (terms.Count == GlossaryReader.MostTerms)
            {
                Report(line, $"The entry has more than {GlossaryReader.MostTerms} terms. The others are left out.");
                break;
            }
            else if (!terms.TryAdd(folded, term) && terms[folded] == term)
            {
                // Traditional beside Simplified is no mistake: people write both to be sure.
                Report(line, $"\"{term}\" is in the entry twice.");
            }
        }
        return terms;
    }
}
