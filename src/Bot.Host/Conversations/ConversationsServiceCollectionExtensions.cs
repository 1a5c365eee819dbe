using System.Security.Cryptography;
using Bot.Host.Admin;
using Bot.Host.Conversations.Responding;
using Bot.Host.Conversations.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Conversations;

internal static class ConversationsServiceCollectionExtensions
{
    /// <summary>Everything between a chat's adapter and the answers. Register it before the chats, so that they stop first.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<ConversationDatabase>()
        .AddSingleton<ConversationPruning>()
        .AddSingleton<AnswerIds>()
        .AddSingleton<IInbox, SqliteInbox>()
        .AddSingleton<IConversationMemory, SqliteConversationMemory>()
        .AddSingleton<IAnswerArchive, SqliteAnswerArchive>()
        .AddSingleton(new Chance(() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue))
        .AddSingleton<RunningWork>()
        .AddSingleton<ConversationLanes>()
        .AddSingleton<ConversationMetrics>()
        .AddSingleton<QuestionLimits>()
        .AddSingleton<Admission>()
        .AddSingleton<ReplyCourier>()
        .AddSingleton<PlatformRegistry>()
        .AddSingleton<BotStatus>()
        .AddSingleton<AnswerSlots>()
        .AddSingleton<AskResponder>()
        .AddSingleton<DraftDisplay>()
        .AddSingleton<ClauseResponder>()
        .AddSingleton<SourcesResponder>()
        .AddSingleton<ReloadResponder>()
        .AddSingleton<StatusResponder>()
        .AddSingleton<PassageResponder>()
        .AddSingleton<Responder>()
        .AddSingleton<ConversationHandler>()
        .AddHostedService<ConversationService>();
}
