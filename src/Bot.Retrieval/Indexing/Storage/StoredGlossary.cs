using System.Collections.Immutable;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>The glossary of a stored snapshot.</summary>
internal static class StoredGlossary
{
    private const string StartsName = "glossary/starts";
    private const string TermsName = "glossary/terms";
    private const string HashName = "glossary/hash";

    public static void Save(ISectionWriter writer, StringPool strings, Glossary glossary, string? contentHash)
    {
        var starts = new List<int> { 0 };
        var terms = new List<int>();
        foreach (var group in glossary.Groups)
        {
            terms.AddRange(group.Terms.Select(strings.Add));
            starts.Add(terms.Count);
        }
        writer.Write<int>(StartsName, [.. starts]);
        writer.Write<int>(TermsName, [.. terms]);
        writer.Write<int>(HashName, [strings.Add(contentHash)]);
    }

    /// <exception cref="InvalidDataException">It doesn't fit the rest.</exception>
    public static (Glossary Glossary, string? ContentHash) Load(ISectionReader reader, StoredStrings strings)
    {
        var hash = reader.Read<int>(HashName).Span;
        Columns.Require(hash.Length == 1 && strings.HasOrNone(hash[0]), HashName);
        var starts = reader.Read<int>(StartsName);
        var terms = reader.Read<int>(TermsName);
        Columns.RequireStarts(starts.Span, terms.Length, StartsName);
        Columns.Require(strings.Has(terms.Span), TermsName);
        var groups = ImmutableArray.CreateBuilder<GlossaryGroup>(starts.Length - 1);
        for (var i = 0; i < starts.Length - 1; i++)
        {
            groups.Add(new([.. terms[starts.Span[i]..starts.Span[i + 1]].ToArray().Select(term => strings[term])]));
        }
        return (new(groups.MoveToImmutable()), strings.OrNull(hash[0]));
    }
}
