using Bot.Host.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.CommandLine;

internal static class CommandLineServiceCollectionExtensions
{
    public static IServiceCollection AddCommandLine(this IServiceCollection services) => services
        .AddSingleton<SeedsLoader>()
        .AddSingleton<Asker>()
        .AddSingleton<EvalSets>()
        .AddSingleton<ClauseLookup>()
        .AddSingleton<ChatCommands>()
        .AddSingleton<ConsoleChat>();
}
