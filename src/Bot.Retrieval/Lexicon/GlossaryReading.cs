using System.Collections.Immutable;

namespace Bot.Retrieval.Lexicon;

/// <summary>A glossary as far as it could be read, with what couldn't.</summary>
public sealed record GlossaryReading(Glossary Glossary, ImmutableArray<GlossaryProblem> Problems);
