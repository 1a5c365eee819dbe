using Bot.Retrieval.Answering;
using Bot.Retrieval.Answering.Generated;
using Bot.Retrieval.Documents;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Searching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Settings;

internal static class SettingsServiceCollectionExtensions
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<BotSettings>, SectionNamesCheck>();
        services.AddOptions<BotSettings>().ValidateOnStart();
        return services
            .AddSection<SeedsSettings, SeedsRules>(SeedsSettings.SectionName)
            .AddSection<EmbeddingsSettings, EmbeddingsRules>(EmbeddingsSettings.SectionName)
            .AddSection<AnswersSettings, AnswersRules>(AnswersSettings.SectionName)
            .AddSection<SearchSettings, SearchRules>(SearchSettings.SectionName)
            .AddSection<IndexSettings, IndexRules>(IndexSettings.SectionName)
            .AddSection<ConversationsSettings, ConversationsRules>(ConversationsSettings.SectionName)
            .AddSection<AdminSettings, AdminRules>(AdminSettings.SectionName)
            .AddSection<DiscordSettings, DiscordRules>(DiscordSettings.SectionName)
            .AddSection<SlackSettings, SlackRules>(SlackSettings.SectionName)
            .AddSection<HttpSettings, HttpRules>(HttpSettings.SectionName)
            .AddSection<TelemetrySettings, TelemetryRules>(TelemetrySettings.SectionName)
            .AddRetrievalOptions();
    }

    /// <summary>A section of <c>Bot</c>: bound, checked for misspelt names and bad values, then held to its rules; all before the start.</summary>
    public static IServiceCollection AddSection<TSettings, TRules>(this IServiceCollection services, string name)
        where TSettings : class, new()
        where TRules : class, IValidateOptions<TSettings>
    {
        services.AddSingleton(new SectionName(name));
        services.AddSingleton(provider => new SettingsBinder<TSettings>(provider.GetRequiredService<IConfiguration>(), BotSettings.Path(name)));
        services.AddSingleton<IConfigureOptions<TSettings>>(provider => provider.GetRequiredService<SettingsBinder<TSettings>>());
        services.AddSingleton<IValidateOptions<TSettings>>(provider => provider.GetRequiredService<SettingsBinder<TSettings>>());
        services.AddSingleton<IValidateOptions<TSettings>, TRules>();
        services.AddOptions<TSettings>().ValidateOnStart();
        return services;
    }

    // Retrieval has options of its own and has never heard of the settings file.
    private static IServiceCollection AddRetrievalOptions(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>().Configure<IOptions<SeedsSettings>>(static (options, seeds) =>
        {
            options.MaximumFileBytes = seeds.Value.MaximumFileBytes;
            options.PdfToTextPath = seeds.Value.PdfToTextPath;
            options.PdfTimeout = TimeSpan.FromSeconds(seeds.Value.PdfTimeoutSeconds);
        });
        services.AddOptions<AnswerOptions>().Configure<IOptions<AnswersSettings>>(static (options, answers) =>
        {
            options.MaximumCitations = answers.Value.MaximumCitations;
            options.Threshold = answers.Value.Threshold;
        });
        services.AddOptions<AnswerModelOptions>().Configure<IOptions<AnswersSettings>>(static (options, answers) =>
        {
            options.FirstToken = TimeSpan.FromSeconds(answers.Value.FirstTokenSeconds);
            options.Whole = TimeSpan.FromSeconds(answers.Value.WholeAnswerSeconds);
            options.Passages = answers.Value.ModelPassages;
            options.MaximumOutputTokens = answers.Value.MaximumOutputTokens;
        });
        services.AddOptions<RetrievalOptions>().Configure<IOptions<SearchSettings>, IOptions<EmbeddingsSettings>>(static (options, search, embeddings) =>
        {
            options.VectorWeight = search.Value.VectorWeight;
            options.TranslatedVectorWeight = search.Value.TranslatedVectorWeight;
            options.EmbeddingTime = TimeSpan.FromSeconds(embeddings.Value.QuestionSeconds);
        });
        services.AddOptions<IndexOptions>().Configure<BotHome, IOptions<IndexSettings>, IOptions<EmbeddingsSettings>>(static (options, home, index, embeddings) =>
        {
            options.DataDirectory = home.Resolve(index.Value.DataDirectory);
            // As much as goes out at once, so that progress moves with each round of requests.
            options.EmbeddingBatch = embeddings.Value.BatchSize * embeddings.Value.Concurrency;
            options.LocalWhileDown = embeddings.Value.LocalWhileDown;
        });
        return services;
    }
}
