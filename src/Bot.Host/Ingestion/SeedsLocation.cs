using Bot.Host.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Host.Ingestion;

/// <summary>Finds the folder of documents.</summary>
internal sealed class SeedsLocation(BotHome home, IOptions<SeedsSettings> settings)
{
    /// <summary>The folder's full path, or null where there is none.</summary>
    public string? Find() => home.Candidates(settings.Value.Path).FirstOrDefault(Directory.Exists);

    /// <summary>What to tell when there is none.</summary>
    public string WhereItWasLookedFor() =>
        $"There is no seeds folder. Looked for: {string.Join(", ", home.Candidates(settings.Value.Path))}. "
        + "Give a folder with --documents DIR, or set Bot:Seeds:Path (for example: seeds).";
}
