namespace Bot.Host.Settings;

internal sealed class SeedsRules() : SettingsRules<SeedsSettings>(BotSettings.Path(SeedsSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(SeedsSettings settings) =>
    [
        .. NotEmpty(nameof(settings.Path), settings.Path, "seeds"),
        .. Range(nameof(settings.DebounceSeconds), settings.DebounceSeconds, 0.1, 3600, "2"),
        .. Range(nameof(settings.MaximumFileBytes), settings.MaximumFileBytes, 1, int.MaxValue, "20971520"),
        .. NotEmpty(nameof(settings.PdfToTextPath), settings.PdfToTextPath, "pdftotext"),
        .. Range(nameof(settings.PdfTimeoutSeconds), settings.PdfTimeoutSeconds, 1, 3600, "60"),
    ];
}

internal sealed class EmbeddingsRules() : SettingsRules<EmbeddingsSettings>(BotSettings.Path(EmbeddingsSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(EmbeddingsSettings settings) =>
        OneOf(nameof(settings.Provider), settings.Provider, EmbeddingsSettings.Local);
}

internal sealed class AnswersRules() : SettingsRules<AnswersSettings>(BotSettings.Path(AnswersSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(AnswersSettings settings) =>
    [
        .. Range(nameof(settings.MaximumCitations), settings.MaximumCitations, 1, 10, "3"),
        .. Range(nameof(settings.Threshold), settings.Threshold, 0, 1, "0.5"),
    ];
}

internal sealed class SearchRules() : SettingsRules<SearchSettings>(BotSettings.Path(SearchSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(SearchSettings settings) =>
    [
        .. Range(nameof(settings.VectorWeight), settings.VectorWeight, 0, 1, "0.06"),
        .. Range(nameof(settings.TranslatedVectorWeight), settings.TranslatedVectorWeight, 0, 1, "0.02"),
    ];
}

internal sealed class IndexRules() : SettingsRules<IndexSettings>(BotSettings.Path(IndexSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(IndexSettings settings) =>
    [
        .. OneOf(nameof(settings.Store), settings.Store, IndexSettings.Memory),
        .. NotEmpty(nameof(settings.DataDirectory), settings.DataDirectory, "data"),
    ];
}
