using System.Collections.Immutable;
using Bot.Retrieval.Clauses;
using Bot.Retrieval.Passages;

namespace Bot.Retrieval.Indexing;

/// <summary>The clauses that documents are or speak of. Immutable; a clause that none speaks of is never taken for another.</summary>
public sealed class ClauseIndex
{
    private readonly Lazy<ClauseSuggestions> _suggestions;

    private ClauseIndex(ClauseJoin join)
    {
        Join = join;
        // Only autocomplete asks for them.
        _suggestions = new(() => new(All));
    }

    /// <summary>What it was put together from.</summary>
    internal ClauseJoin Join { get; }

    public static ClauseIndex Empty { get; } = new(ClauseJoin.Empty);

    /// <summary>Every clause known, with its code where that is known: by code, then by number, then by path.</summary>
    public ImmutableArray<ClauseReference> All => Join.Neighbours.All;

    public static ClauseIndex Build(IReadOnlyList<Passage> passages, IEnumerable<CodeAlias> aliases) =>
        Empty.Next([.. passages], aliases, CancellationToken.None);

    /// <summary>The index of other passages: the same as one made anew, but what is known of unchanged documents isn't found out again.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal ClauseIndex Next(ImmutableArray<Passage> passages, IEnumerable<CodeAlias> aliases, CancellationToken cancellationToken) =>
        new(ClauseIndexBuilder.Build(passages, aliases, Join, cancellationToken));

    /// <summary>The index whose <see cref="Join"/> had these.</summary>
    internal static ClauseIndex Restore(KnownCodes codes, ImmutableArray<DocumentClauses> documents) =>
        new(ClauseIndexBuilder.Join(documents, ClauseJoin.Empty with { Codes = codes }, CancellationToken.None));

    /// <summary>The clauses that this index has and the other hasn't, in order.</summary>
    internal ImmutableArray<ClauseReference> Without(ClauseIndex other) => Join.Neighbours.Without(other.Join.Neighbours);

    /// <summary>Looks up a reference that someone typed.</summary>
    public ClauseLookupResult Find(string reference) => ClauseParser.Parse(reference) switch
    {
        ClauseParse.Parsed parsed => Combine([.. parsed.Mentions.SelectMany(mention => Look(mention, null)).Select(found => found.Result)]),
        ClauseParse.Malformed malformed => new ClauseLookupResult.Malformed(malformed.Example),
        _ => throw new InvalidOperationException("No such outcome."),
    };

    public ClauseLookupResult Find(ClauseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Look(reference, uncoded: false);
    }

    /// <summary>All of them together: found only where each is.</summary>
    public ClauseLookupResult Find(ImmutableArray<ClauseReference> references) => Combine([.. references.Select(Find)]);

    /// <summary>Whether a passage is or speaks of exactly this clause.</summary>
    public bool Knows(ClauseReference reference) => Find(reference) is ClauseLookupResult.Found;

    /// <summary>
    /// What the documents have on each clause that a question asks about; empty where it asks about none. What may be no
    /// reference at all (<c>22603b</c>, 54条) counts only where it is known.
    /// </summary>
    public ImmutableArray<ClauseResolution> Resolve(string question)
    {
        var mentions = ClauseParser.FindAll(question);
        if (mentions.IsEmpty)
        {
            return [];
        }
        var named = CodeMentions.In(question).Select(code => Join.Codes.Find(code.Key) ?? code.Key).Union(Join.Codes.NamedIn(question)).ToList();
        return [.. mentions.SelectMany(mention => Look(mention, named is [var single] ? single : null))
            .Where(resolution => !resolution.Mention.IsTentative || resolution.Result is not ClauseLookupResult.NotFound)];
    }

    /// <summary>What the documents have on each clause of one mention of a question.</summary>
    public ImmutableArray<ClauseResolution> Resolve(ClauseMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return [.. Look(mention, null)];
    }

    /// <summary>Known clauses that what was typed so far may become, at most so many.</summary>
    public ImmutableArray<ClauseReference> Suggest(string typed, int limit) => _suggestions.Value.For(typed, limit);

    private IEnumerable<ClauseResolution> Look(ClauseMention mention, string? named)
    {
        var code = mention.Scope switch
        {
            CodeScope.Named => DocumentCodes.Resolve(Join.Codes, mention),
            _ => (mention.CodeCandidate is { } words ? Join.Codes.EndingOf(words) : null) ?? named,
        };
        return mention.References.Select(read =>
        {
            var reference = code == read.Code ? read : read with { Code = code, CodeName = null };
            return new ClauseResolution(reference, mention, Look(reference, uncoded: mention.Scope == CodeScope.Other));
        });
    }

    /// <param name="asked">With its code, where it has one.</param>
    /// <param name="uncoded">Whether it is of no code: 合同第五条 is never one of 民法典.</param>
    private ClauseLookupResult Look(ClauseReference asked, bool uncoded)
    {
        var code = asked.Code is { } written ? Join.Codes.Find(written) ?? written : null;
        var sections = SectionsOf(asked, code);
        sections = uncoded && code is null ? sections.RemoveAll(section => section.Code is not null) : sections;
        ImmutableArray<ClauseReference> references = [asked];
        if (sections.IsEmpty)
        {
            return Enclosed(asked, code) ?? (ClauseLookupResult)NotFound(asked, code, references);
        }
        if (sections.Length > 1)
        {
            return new ClauseLookupResult.Ambiguous([.. sections.Select(section => Choice(section, asked))]) { References = references };
        }
        var found = sections[0];
        if (found.Find(ClauseKey.Of(asked)) is { } entry)
        {
            return new ClauseLookupResult.Found([.. entry.Matches]) { References = references };
        }
        return Around(found, asked) ?? (ClauseLookupResult)NotFound(asked, found.Code ?? code, references);
    }

    // The clause itself where that code has it, else its section.
    private static ClauseReference Choice(ClauseSection section, ClauseReference asked) =>
        section.Find(ClauseKey.Of(asked))?.Reference ?? section.Entries.First().Reference with { Path = [] };

    // One section a code: with its own text where any has it, of the asked style where any is.
    private ImmutableArray<ClauseSection> SectionsOf(ClauseReference asked, string? code)
    {
        if (!Join.ByNumber.TryGetValue(asked.Section, out var sections))
        {
            return [];
        }
        var isArticle = ClauseSection.IsArticleStyle(asked.Style);
        var fitting = sections.Where(section => code is null || section.Code == code).ToList();
        if (asked.Style == SectionStyle.UnitedStatesCode && code is null)
        {
            return [];
        }
        fitting = Prefer(fitting, section => section.IsArticle == isArticle);
        if (code is null && asked.Style is SectionStyle.Section or SectionStyle.Article)
        {
            // 条 stands for either, but in English "section 5" isn't Article 5 by itself.
            fitting.RemoveAll(section => section.IsArticle != isArticle && section.Style != SectionStyle.ChineseArticle);
        }
        if (code is null)
        {
            fitting = Prefer(fitting, section => section.HasOwnText);
            fitting = Prefer(fitting, section => section.Code is not null);
        }
        return [.. fitting];
    }

    private static List<ClauseSection> Prefer(List<ClauseSection> sections, Func<ClauseSection, bool> condition) =>
        sections.Exists(section => condition(section)) ? sections.FindAll(section => condition(section)) : sections;

    private static ClauseLookupResult.Enclosing? Around(ClauseSection section, ClauseReference asked)
    {
        for (var depth = asked.Path.Length - 1; depth >= 0; depth--)
        {
            if (section.Find(ClauseKey.Of(asked.Section, asked.Path.AsSpan()[..depth])) is { } container)
            {
                return new([.. container.Matches]) { References = [asked] };
            }
        }
        var parts = section.Entries.Where(entry => ClauseNeighbours.IsInside(entry.Reference, asked)).ToList();
        return parts.Count == 0
            ? null
            : new([.. ClauseNeighbours.InOrder(parts).SelectMany(entry => entry.Matches)]) { References = [asked], AreParts = true };
    }

    // 12.3 contains 12.3.4.
    private ClauseLookupResult.Enclosing? Enclosed(ClauseReference asked, string? code)
    {
        if (asked.Style != SectionStyle.Decimal)
        {
            return null;
        }
        for (var dot = asked.Section.LastIndexOf('.'); dot > 0; dot = asked.Section.LastIndexOf('.', dot - 1))
        {
            if (SectionsOf(asked with { Section = asked.Section[..dot] }, code) is [var outer] && outer.Find(outer.Section) is { } container)
            {
                return new([.. container.Matches]) { References = [asked] };
            }
        }
        return null;
    }

    private ClauseLookupResult.NotFound NotFound(ClauseReference asked, string? code, ImmutableArray<ClauseReference> references) =>
        new(Join.Neighbours.Nearest(asked, code)) { References = references };

    private static ClauseLookupResult Combine(ImmutableArray<ClauseLookupResult> results)
    {
        if (results is [var single])
        {
            return single;
        }
        ImmutableArray<ClauseReference> references = [.. results.SelectMany(result => result.References)];
        if (results.All(result => result is ClauseLookupResult.Found))
        {
            return new ClauseLookupResult.Found([.. results.Cast<ClauseLookupResult.Found>().SelectMany(result => result.Matches).Distinct()]) { References = references };
        }
        var choices = results.OfType<ClauseLookupResult.Ambiguous>().SelectMany(result => result.Choices).Distinct().ToImmutableArray();
        if (choices.Length > 0)
        {
            return new ClauseLookupResult.Ambiguous(choices) { References = references };
        }
        // Some of a list or range: parts of what was asked for.
        ImmutableArray<ClauseMatch> matches = [.. results.SelectMany(result => result switch
        {
            ClauseLookupResult.Found found => found.Matches,
            ClauseLookupResult.Enclosing enclosing => enclosing.Matches,
            _ => [],
        }).Distinct()];
        return matches.Length > 0
            ? new ClauseLookupResult.Enclosing(matches) { References = references, AreParts = true }
            : new ClauseLookupResult.NotFound([.. results.OfType<ClauseLookupResult.NotFound>().SelectMany(result => result.Nearest).Distinct().Take(ClauseNeighbours.Most)]) { References = references };
    }
}
