using Bot.Retrieval.Clauses;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>Collects the clauses of all passages: first which codes there are, then who is and who speaks of what.</summary>
internal sealed class ClauseIndexBuilder
{
    private readonly List<(Document Document, List<Passage> Passages, ClauseOutline Outline)> _documents = [];
    private readonly Dictionary<(string? Code, string Section, bool IsArticle), ClauseSection> _sections = [];
    private readonly KnownCodes _codes;

    public ClauseIndexBuilder(IReadOnlyList<Passage> passages, IEnumerable<CodeAlias> aliases)
    {
        foreach (var group in passages.GroupBy(passage => passage.Document.Id))
        {
            var ordered = group.OrderBy(passage => passage.Span.Start).ToList();
            _documents.Add((ordered[0].Document, ordered, ClauseOutline.Of(ordered[0].Document)));
        }
        _codes = KnownCodes.From(NamedCodes(), aliases);
    }

    public (KnownCodes Codes, IReadOnlyCollection<ClauseSection> Sections) Build()
    {
        foreach (var (_, passages, outline) in _documents)
        {
            foreach (var clause in outline.Clauses)
            {
                AddOwn(clause, passages);
            }
        }
        foreach (var (document, passages, outline) in _documents)
        {
            var context = new DocumentCodes(document, passages, outline, _codes);
            foreach (var passage in passages)
            {
                foreach (var mention in passage.ClauseMentions)
                {
                    AddMention(passage, mention, context);
                }
            }
        }
        return (_codes, _sections.Values);
    }

    // Titles and headings first: they write names in full.
    private IEnumerable<CodeMentionInText> NamedCodes()
    {
        foreach (var (_, _, outline) in _documents)
        {
            if (outline.OwnCode is { } own)
            {
                yield return own;
            }
            foreach (var code in outline.Clauses.Where(clause => clause.Reference.Code is not null))
            {
                yield return new(code.Reference.Code!, code.Reference.CodeName ?? code.Reference.Code!);
            }
        }
        foreach (var (document, passages, _) in _documents)
        {
            foreach (var code in CodeMentions.In(document.Title))
            {
                yield return code;
            }
            foreach (var reference in passages.SelectMany(passage => passage.ClauseMentions).Where(IsSureOfName).Select(mention => mention.References[0]))
            {
                yield return new(reference.Code!, reference.CodeName ?? reference.Code!);
            }
        }
    }

    // A Chinese name outside 《》 has no sure start.
    private static bool IsSureOfName(ClauseMention mention) =>
        mention.Scope == CodeScope.Named
        && mention.References[0].Code is { } code
        && (!Characters.IsHan(code[^1]) || mention.CodeCandidate?[0] is '《' or '〈');

    private void AddOwn(OwnClause clause, List<Passage> passages)
    {
        var reference = clause.Reference with { Code = clause.Reference.Code is { } code ? _codes.Find(code) ?? code : null };
        reference = Named(reference);
        var section = SectionOf(reference);
        var matches = Overlapping(passages, clause.Span)
            .Select(passage => (Passage: passage, Quote: Clip(passage, clause.Span)))
            .Where(part => !part.Quote.IsEmpty)
            .Select(part => new ClauseMatch(reference, part.Passage, part.Quote, IsOwnText: true))
            .ToList();
        if (matches.Count > 0)
        {
            section.AddOwn(reference, clause.Also, matches);
        }
    }

    private void AddMention(Passage passage, ClauseMention mention, DocumentCodes context)
    {
        if (!context.TryCodeOf(passage, mention, out var code))
        {
            return;
        }
        var quote = SentencesAround(passage, mention.Span);
        foreach (var read in mention.References)
        {
            var reference = Named(read with { Code = code, CodeName = code == read.Code ? read.CodeName : null });
            var key = (code, reference.Section, ClauseSection.IsArticleStyle(reference.Style));
            if (mention.IsTentative && !_sections.ContainsKey(key))
            {
                continue;
            }
            var entry = SectionOf(reference).GetOrAdd(reference);
            if (!entry.Matches.Any(match => match.Passage.Id == passage.Id && match.Quote.Contains(quote) && match.Passage.Document.Id == passage.Document.Id))
            {
                entry.Mentions.Add(new(entry.Reference, passage, quote, IsOwnText: false));
            }
        }
    }

    private ClauseReference Named(ClauseReference reference) =>
        reference.Code is { } code && reference.Style != SectionStyle.UnitedStatesCode
            ? reference with { CodeName = _codes.Find(code) is null ? reference.CodeName ?? code : _codes.NameOf(code) }
            : reference;

    private ClauseSection SectionOf(ClauseReference reference)
    {
        var key = (reference.Code, reference.Section, ClauseSection.IsArticleStyle(reference.Style));
        if (!_sections.TryGetValue(key, out var section))
        {
            _sections[key] = section = new(key.Code, key.Section, key.Item3);
        }
        return section;
    }

    private static IEnumerable<Passage> Overlapping(List<Passage> passages, TextSpan span)
    {
        var (low, high) = (0, passages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passages[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }
        for (; low < passages.Count && passages[low].Span.Start < span.End; low++)
        {
            yield return passages[low];
        }
    }

    private static TextSpan Clip(Passage passage, TextSpan span)
    {
        var start = Math.Max(span.Start, passage.Span.Start);
        var end = Math.Min(span.End, passage.Span.End);
        return end <= start ? new(start, 0) : TextLines.Trim(passage.Document.Text, TextSpan.FromBounds(start, end));
    }

    private static TextSpan SentencesAround(Passage passage, TextSpan mention)
    {
        var (start, end) = (-1, -1);
        foreach (var sentence in passage.Sentences)
        {
            if (sentence.Overlaps(mention))
            {
                (start, end) = (start < 0 ? sentence.Start : start, sentence.End);
            }
        }
        return start < 0 ? passage.Span : TextLines.Trim(passage.Document.Text, TextSpan.FromBounds(start, end));
    }
}
