using System.CommandLine;
using Bot.Host.Ingestion;
using Bot.Retrieval.Evaluation;

namespace Bot.Host.CommandLine;

/// <summary>The question sets that <c>eval</c> was told of.</summary>
internal sealed class EvalSets(IEvaluator evaluator, SeedsLocation seeds, Surroundings surroundings)
{
    /// <exception cref="BadUsageException">There are none; the message says why.</exception>
    public IReadOnlyList<QuestionSet> Choose(ParseResult parsed, EvalOptions options) => parsed.GetValue(options.Sets) is { } list
        ? OfList(list, parsed.GetValue(options.Only))
        : [OfFiles(parsed.GetRequiredValue(options.Questions), parsed.GetValue(options.Passages))];

    private List<QuestionSet> OfList(string list, string? only)
    {
        var file = Existing(list);
        IReadOnlyList<QuestionSet> sets;
        try
        {
            sets = evaluator.ReadSets(file);
        }
        catch (InvalidDataException ex)
        {
            throw new BadUsageException(ex.Message, ex);
        }
        var chosen = sets.Where(set => only is null || set.Name == only).ToList();
        return chosen.Count > 0
            ? chosen
            : throw new BadUsageException($"There is no set {only} in {file}; there are {string.Join(", ", sets.Select(set => set.Name))}.");
    }

    private QuestionSet OfFiles(string questions, string? passages)
    {
        var file = Existing(questions);
        var source = passages is not null ? Existing(passages) : seeds.Find() ?? throw new BadUsageException(seeds.WhereItWasLookedFor());
        var name = Path.GetFileName(Path.GetDirectoryName(file)) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(file);
        return new QuestionSet(name, "custom", [source], file);
    }

    private string Existing(string path)
    {
        var file = Path.GetFullPath(path, surroundings.CurrentDirectory);
        return File.Exists(file) ? file : throw new BadUsageException($"There is no file {file}.");
    }
}
