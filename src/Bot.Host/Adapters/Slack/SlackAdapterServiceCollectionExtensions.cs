using Bot.Host.Conversations;
using Bot.Host.Settings;
using Bot.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Slack;

internal static class SlackAdapterServiceCollectionExtensions
{
    /// <summary>The bot on Slack. Register it after the conversations.</summary>
    public static IServiceCollection AddSlackAdapter(this IServiceCollection services) => services
        .AddSingleton(provider => Options(provider.GetRequiredService<IOptions<SlackSettings>>().Value))
        .AddSlackClient(provider => provider.GetRequiredService<Chance>().Next)
        .AddSingleton<SlackConnection>()
        .AddSingleton<SlackTroubles>()
        .AddSingleton<SlackMembers>()
        .AddSingleton<SlackThreads>()
        .AddSingleton<SlackAnswers>()
        .AddSingleton<SlackPosts>()
        .AddSingleton<SlackResponses>()
        .AddSingleton<SlackModals>()
        .AddSingleton<SlackPlatform>()
        .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>())
        .AddSingleton<SlackHome>()
        .AddSingleton<SlackClausePicker>()
        .AddSingleton<SlackReactions>()
        .AddSingleton<SlackCommandDesk>()
        .AddSingleton<SlackEvents>()
        .AddHostedService<SlackService>();

    private static SlackClientOptions Options(SlackSettings settings) => new()
    {
        BotToken = settings.BotToken,
        AppToken = settings.AppToken,
        ApiBaseAddress = new Uri(settings.ApiBaseAddress.TrimEnd('/') + "/"),
        Connections = settings.Connections,
        DebugReconnects = settings.DebugReconnects,
    };
}
