using Bot.Retrieval.Analysis;
using Microsoft.Extensions.Logging;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// The dictionary that ships with the program, loaded when first asked for. A damaged one costs a warning and the look-ups,
/// not the answers in one language.
/// </summary>
/// <param name="load">Loads it.</param>
/// <param name="fingerprint">The same for the same dictionary.</param>
/// <param name="logger">Told of a damaged one.</param>
internal sealed partial class LexiconSource(Func<BilingualLexicon> load, string fingerprint, ILogger<LexiconSource> logger)
{
    private readonly Lazy<BilingualLexicon> _lexicon = new(() => Load(load, logger));

    public LexiconSource(ILogger<LexiconSource> logger)
        : this(() => BilingualLexicon.LoadEmbedded(EnglishStemmer.Stem), BilingualLexicon.EmbeddedFingerprint(), logger)
    {
    }

    public BilingualLexicon Lexicon => _lexicon.Value;

    /// <summary>What is made with one dictionary isn't what is made with one of another fingerprint.</summary>
    public string Fingerprint => fingerprint;

    private static BilingualLexicon Load(Func<BilingualLexicon> load, ILogger logger)
    {
        try
        {
            return load();
        }
        catch (LexiconException ex)
        {
            Log.Unusable(logger, ex.Message);
            return BilingualLexicon.Empty;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The bilingual dictionary can't be used, so questions are answered in their own language only: {Reason}")]
        public static partial void Unusable(ILogger logger, string reason);
    }
}
