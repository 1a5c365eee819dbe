using Bot.Host.Models;
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
        settings.Provider.Equals(EmbeddingsSettings.Local, StringComparison.OrdinalIgnoreCase)
            ? []
            :
            [
                .. OneOf(nameof(settings.Provider), settings.Provider, EmbeddingsSettings.Local, ModelEndpoint.OpenAI, ModelEndpoint.AzureOpenAI),
                .. NotEmpty(nameof(settings.Model), settings.Model, "text-embedding-3-small"),
                .. PlainAddress(nameof(settings.Endpoint), settings.Endpoint, "http://127.0.0.1:11434/v1"),
                .. Range(nameof(settings.Dimensions), settings.Dimensions, 0, 65536, "1024"),
                .. Range(nameof(settings.BatchSize), settings.BatchSize, 1, 2048, "64"),
                .. Range(nameof(settings.Concurrency), settings.Concurrency, 1, 64, "4"),
                .. Range(nameof(settings.TimeoutSeconds), settings.TimeoutSeconds, 1, 600, "60"),
                .. Range(nameof(settings.QuestionSeconds), settings.QuestionSeconds, 0.1, 60, "2"),
            ];
}

internal sealed class AnswersRules() : SettingsRules<AnswersSettings>(BotSettings.Path(AnswersSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(AnswersSettings settings) =>
    [
        .. Range(nameof(settings.MaximumCitations), settings.MaximumCitations, 1, 10, "3"),
        .. Range(nameof(settings.Threshold), settings.Threshold, 0, 1, "0.5"),
        .. string.IsNullOrWhiteSpace(settings.Model) ? [] : ModelErrors(settings),
    ];

    private IEnumerable<SettingError> ModelErrors(AnswersSettings settings) =>
    [
        .. OneOf(nameof(settings.ModelProvider), settings.ModelProvider, ModelEndpoint.OpenAI, ModelEndpoint.AzureOpenAI),
        .. PlainAddress(nameof(settings.ModelEndpoint), settings.ModelEndpoint, "http://127.0.0.1:11434/v1"),
        .. Range(nameof(settings.FirstTokenSeconds), settings.FirstTokenSeconds, 0.1, 600, "5"),
        .. Range(nameof(settings.WholeAnswerSeconds), settings.WholeAnswerSeconds, 0.1, 3600, "30"),
        .. Range(nameof(settings.ModelPassages), settings.ModelPassages, 1, 10, "6"),
        .. Range(nameof(settings.MaximumOutputTokens), settings.MaximumOutputTokens, 16, 32000, "1200"),
        .. Range(nameof(settings.InputPrice), settings.InputPrice, 0, 1_000_000, "0.15"),
        .. Range(nameof(settings.OutputPrice), settings.OutputPrice, 0, 1_000_000, "0.6"),
    ];
}

internal sealed class SearchRules() : SettingsRules<SearchSettings>(BotSettings.Path(SearchSettings.SectionName))
{
    protected override IEnumerable<SettingError> Errors(SearchSettings settings) =>
    [
        .. Range(nameof(settings.VectorWeight), settings.VectorWeight, 0, 1, "0.03"),
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
