using Bot.Host.Adapters;
using Bot.Host.Adapters.Discord;
using Bot.Host.Adapters.Slack;
using Bot.Host.Admin;
using Bot.Host.CommandLine;
using Bot.Host.Conversations;
using Bot.Host.Ingestion;
using Bot.Host.Models;
using Bot.Host.Settings;
using Bot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host;

/// <summary>Puts the parts together: the same for a command and for a host that serves.</summary>
internal static class BotHost
{
    private const string OwnLogs = "Bot";

    // For closing connections and flushing what was measured.
    private static readonly TimeSpan ShutdownReserve = TimeSpan.FromSeconds(15);

    /// <summary>The services of a command. Nothing runs by itself, so there is no host to build, and an answer comes sooner.</summary>
    public static ServiceProvider BuildServices(Surroundings surroundings, CommandOutput output, string? documents)
    {
        var home = BotHome.Find(surroundings.CurrentDirectory, surroundings.ProgramDirectory);
        var configuration = new ConfigurationManager();
        AddConfiguration(configuration, home, surroundings, documents);
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddConfiguration(configuration.GetSection("Logging"))
            .AddProvider(new PlainLoggerProvider(surroundings.Streams.Error)));
        AddParts(services, configuration, home, surroundings, output);
        return services.BuildServiceProvider();
    }

    /// <summary>A host to be started, with its background services and the framework's console log.</summary>
    public static IHost BuildHost(Surroundings surroundings, CommandOutput output, string? documents)
    {
        var home = BotHome.Find(surroundings.CurrentDirectory, surroundings.ProgramDirectory);
        // The defaults would watch the settings file, read user secrets and log to places nobody asked for.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = home.Folder });
        AddConfiguration(builder.Configuration, home, surroundings, documents);
        var chats = ChatCredentials.In(builder.Configuration);
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            // Nobody sits in front of a worker, so it tells how it goes.
            .AddFilter(OwnLogs, chats.Any ? LogLevel.Information : LogLevel.Warning)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            // Standard output is for answers.
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat, line.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true));
        AddWorker(builder.Services, chats);
        AddParts(builder.Services, builder.Configuration, home, surroundings, output);
        return builder.Build();
    }

    // Background services start in this order and stop in the reverse: the chats first, then what they handed over.
    private static void AddWorker(IServiceCollection services, ChatCredentials chats)
    {
        if (!chats.Any)
        {
            return;
        }
        services.AddAdmin().AddIngestionAtStart().AddConversations().AddSingleton<FirstContact>().AddSingleton<Worker>();
        services.AddOptions<HostOptions>().Configure<IOptions<ConversationsSettings>>(static (host, conversations) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(conversations.Value.ShutdownSeconds) + ShutdownReserve);
        if (chats.Discord)
        {
            services.AddDiscordAdapter();
        }
        if (chats.Slack)
        {
            services.AddSlackAdapter();
        }
    }

    private static void AddParts(IServiceCollection services, IConfiguration configuration, BotHome home, Surroundings surroundings, CommandOutput output)
    {
        services
            .AddSingleton(home)
            .AddSingleton(output)
            .AddSingleton(surroundings)
            .AddSingleton(surroundings.Clock)
            .AddSettings()
            .AddModels(configuration)
            .AddRetrieval()
            .AddIngestion()
            .AddCommandLine();
        surroundings.Replace(services);
    }

    // Later ones win: the file, the environment, the command line.
    private static void AddConfiguration(ConfigurationManager configuration, BotHome home, Surroundings surroundings, string? documents)
    {
        configuration.AddJsonFile(home.Resolve(BotHome.SettingsFile), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        if (documents is not null)
        {
            var folder = Path.GetFullPath(documents, surroundings.CurrentDirectory);
            configuration.AddInMemoryCollection([new($"{BotSettings.Path(SeedsSettings.SectionName)}:{nameof(SeedsSettings.Path)}", folder)]);
        }
    }
}
