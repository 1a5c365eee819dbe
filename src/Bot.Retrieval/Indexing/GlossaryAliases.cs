using System.Collections.Immutable;
using Bot.Retrieval.Lexicon;

namespace Bot.Retrieval.Indexing;

/// <summary>What the glossary calls a code by more than one name; which terms are codes, the documents decide.</summary>
internal static class GlossaryAliases
{
    public static ImmutableArray<CodeAlias> Of(Glossary glossary) =>
        [.. glossary.Groups.SelectMany(group => group.Terms.SelectMany(name => group.Terms.Where(alias => alias != name).Select(alias => new CodeAlias(alias, name))))];
}
