using Bot.Host.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Host.Models;

internal static class ModelsServiceCollectionExtensions
{
    /// <summary>The clients that the settings name. One that is registered already, or later, is used instead.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[$"{BotSettings.Path(AnswersSettings.SectionName)}:{nameof(AnswersSettings.Model)}"]))
        {
            services.TryAddSingleton(ModelClients.Chat);
        }
        var provider = configuration[$"{BotSettings.Path(EmbeddingsSettings.SectionName)}:{nameof(EmbeddingsSettings.Provider)}"];
        if (provider is not null && !provider.Equals(EmbeddingsSettings.Local, StringComparison.OrdinalIgnoreCase))
        {
            services.TryAddSingleton(ModelClients.Embeddings);
        }
        return services;
    }
}
