using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing;

/// <summary>Which section: 第5条 and Article 5 of a code are the same, its section 5 is another.</summary>
internal readonly record struct SectionKey(string? Code, string Section, bool IsArticle)
{
    public static SectionKey Of(ClauseReference reference) => new(reference.Code, reference.Section, ClauseSection.IsArticleStyle(reference.Style));
}
