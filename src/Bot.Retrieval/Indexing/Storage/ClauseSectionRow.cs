namespace Bot.Retrieval.Indexing.Storage;

/// <summary>A section of a code in the file. Its keys end where those of the next row start; the last row ends them all.</summary>
/// <param name="Code">Number of a string, or none.</param>
/// <param name="Section">Number of a string.</param>
/// <param name="IsArticle">1 or 0.</param>
/// <param name="Keys">Number of the first of its keys.</param>
internal readonly record struct ClauseSectionRow(int Code, int Section, int IsArticle, int Keys);
