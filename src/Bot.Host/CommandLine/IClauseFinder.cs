using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>Looks references up in a snapshot.</summary>
internal interface IClauseFinder
{
    ClauseLookupResult Find(IndexSnapshot snapshot, string reference);
}
