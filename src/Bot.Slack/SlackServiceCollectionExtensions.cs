using Bot.Slack.SocketMode;
using Bot.Slack.WebApi;
using Bot.Slack.WebApi.Methods;
using Bot.Slack.WebApi.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Slack;

public static class SlackServiceCollectionExtensions
{
    /// <summary>
    /// Registers the client: <see cref="ISocketModeClient"/> and the parts of the Web API. The caller registers
    /// <see cref="SlackClientOptions"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="jitter">Finds what gives numbers from 0 to 1; safe for concurrent use.</param>
    public static IServiceCollection AddSlackClient(this IServiceCollection services, Func<IServiceProvider, Func<double>> jitter) => services
        .AddSingleton<SlackMetrics>()
        .AddSingleton(provider => new SlackHttp(provider.GetRequiredService<SlackClientOptions>()))
        .AddSingleton(provider => new RateLimits(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => Api(provider, jitter(provider)))
        .AddSingleton<MethodCaller>()
        .AddSingleton<AuthMethods>()
        .AddSingleton<IAuth>(provider => provider.GetRequiredService<AuthMethods>())
        .AddSingleton<IConnectionAddresses>(provider => provider.GetRequiredService<AuthMethods>())
        .AddSingleton<ConversationMethods>()
        .AddSingleton<IConversations>(provider => provider.GetRequiredService<ConversationMethods>())
        .AddSingleton<IChat>(provider => ActivatorUtilities.CreateInstance<ChatMethods>(provider, jitter(provider)))
        .AddSingleton<IAssistant, AssistantMethods>()
        .AddSingleton<IViews, ViewMethods>()
        .AddSingleton<IMembers, MemberMethods>()
        .AddSingleton<IStreams, StreamMethods>()
        .AddSingleton<IResponses>(provider => ActivatorUtilities.CreateInstance<ResponseSender>(provider, provider.GetRequiredService<SlackHttp>().Client, jitter(provider)))
        .AddSingleton<ISocketTransport, ClientSocketTransport>()
        .AddSingleton<ISocketModeClient>(provider => ActivatorUtilities.CreateInstance<SocketModeClient>(provider, jitter(provider)));

    private static SlackApi Api(IServiceProvider provider, Func<double> jitter)
    {
        var logger = provider.GetRequiredService<ILogger<SlackApi>>();
        return ActivatorUtilities.CreateInstance<SlackApi>(
            provider, provider.GetRequiredService<SlackHttp>().Client, new WarningLog(logger), jitter, logger);
    }
}
