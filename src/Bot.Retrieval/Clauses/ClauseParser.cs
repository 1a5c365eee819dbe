using System.Collections.Immutable;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>Reads every written form of a clause reference, in documents, questions and commands.</summary>
public static class ClauseParser
{
    /// <summary>Longest reference that is looked at, in UTF-16 code units.</summary>
    public const int LongestReference = 1000;

    /// <summary>
    /// The places in running prose that refer to clauses, in order, none overlapping, in the text's own coordinates.
    /// Tentative ones are references only where an index knows such a clause. Takes any string.
    /// </summary>
    public static ImmutableArray<ClauseMention> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ClauseScanner(text, command: false).Run();
    }

    /// <summary>Reads what someone typed as a reference; here a bare number is one too. Takes any string.</summary>
    public static ClauseParse Parse(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Length > LongestReference)
        {
            return new ClauseParse.Malformed(ReferenceCommand.Example(reference));
        }
        var mentions = new ClauseScanner(reference, command: true).Run();
        return ReferenceCommand.Check(reference, mentions);
    }
}
