using System.Globalization;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Text;

namespace Bot.Host.Texts;

/// <summary>What the console itself says; answers bring their own words.</summary>
internal abstract partial class ConsoleTexts
{
    public static ConsoleTexts Of(TextLanguage language) => language switch
    {
        TextLanguage.SimplifiedChinese => SimplifiedChinese.Instance,
        TextLanguage.TraditionalChinese => TraditionalChinese.Instance,
        _ => English.Instance,
    };

    /// <summary>In the language of a text that has one of its own (a bare <c>22603(b)</c> hasn't), else in the system's.</summary>
    public static ConsoleTexts For(string text) =>
        Of(text.Any(Characters.IsHan) || text.Count(char.IsWhiteSpace) >= 2 ? LanguageDetector.Detect(text) : SystemLanguage());

    /// <summary>In the language the system is set to.</summary>
    public static ConsoleTexts ForSystem() => Of(SystemLanguage());

    public abstract string Welcome(int documents, int passages);

    public abstract string Help { get; }

    public abstract string Goodbye { get; }

    public abstract string NoDocuments { get; }

    public abstract string ReloadCancelled { get; }

    public abstract string Stage(ReloadStage stage);

    /// <summary>How fast something goes, and how long it will take.</summary>
    public abstract string Pace(double perSecond, TimeSpan remaining);

    /// <summary>What a reload has done until now.</summary>
    public abstract string SoFar(int files, int embeddings, int passages);

    public abstract string Lines(int start, int end);

    public abstract string UnknownCommand(string name);

    public abstract string ClauseFound(string canonical, int places);

    public abstract string ClauseEnclosing(string canonical);

    public abstract string ClauseParts(string canonical);

    public abstract string ClauseAmbiguous(string canonical);

    public abstract string ClauseNotFound(string canonical);

    public abstract string ClauseMalformed(string reference, string example);

    public abstract string NearestClauses(string clauses);

    public abstract SourcesTexts Sources { get; }

    public abstract ReportTexts Report { get; }

    // More exact than the rate it is reckoned by would be a pretence.
    private protected static (int Number, bool IsMinutes) Rounded(TimeSpan remaining) =>
        remaining < TimeSpan.FromSeconds(90) ? ((int)Math.Ceiling(remaining.TotalSeconds), false) : ((int)Math.Min(Math.Round(remaining.TotalMinutes), int.MaxValue), true);

    private static TextLanguage SystemLanguage() => LanguageOf(CultureInfo.CurrentUICulture);

    internal static TextLanguage LanguageOf(CultureInfo culture)
    {
        for (; culture.Name.Length > 0; culture = culture.Parent)
        {
            switch (culture.Name)
            {
                case "zh-Hant" or "zh-TW" or "zh-HK" or "zh-MO":
                    return TextLanguage.TraditionalChinese;
                case "zh":
                    return TextLanguage.SimplifiedChinese;
            }
        }
        return TextLanguage.English;
    }
}

/// <summary>Headings of the list of documents.</summary>
internal sealed record SourcesTexts(string Document, string Title, string Date, string Passages, string Clauses, string Quarantined, string Line);

/// <summary>Words of the report on a reload.</summary>
internal sealed record ReportTexts(
    string Loaded, string Added, string Changed, string Removed, string ClausesAdded, string ClausesRemoved, string Quarantined, string Embeddings, string Unchanged);
