using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>Terms that mean the same, in any language, as the glossary writes them; at least two.</summary>
public sealed record GlossaryGroup(ImmutableArray<string> Terms);
