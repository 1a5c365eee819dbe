namespace Bot.Retrieval.Lexicon;

/// <summary>What is wrong with one entry of a glossary, and at which line of the file, from 1. The rest of the file is used.</summary>
public readonly record struct GlossaryProblem(int Line, string Reason);
