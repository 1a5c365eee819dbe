using System.Text.Json.Nodes;
using Bot.Host.CommandLine.Json;
using Bot.Host.CommandLine.Views;
using Bot.Host.Texts;
using Bot.Retrieval.Indexing;

namespace Bot.Host.CommandLine;

/// <summary>Shows a clause on the output.</summary>
internal sealed class ClauseLookup(LiveIndex index, CommandOutput output)
{
    public ExitCode LookUp(JsonNode? id, string reference)
    {
        var result = index.Current.Clauses.Find(reference);
        if (output.Json)
        {
            output.Write(ClauseJson.From(id, reference, result), HostJson.Lines.ClauseJson);
        }
        else
        {
            ClauseView.Write(output.Console, ConsoleTexts.For(reference), reference, result);
        }
        return result is ClauseLookupResult.NotFound or ClauseLookupResult.Malformed ? ExitCode.NothingFound : ExitCode.Done;
    }
}
