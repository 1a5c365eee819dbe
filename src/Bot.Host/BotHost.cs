using Bot.Host.CommandLine;
using Bot.Host.Ingestion;
using Bot.Host.Models;
using Bot.Host.Settings;
using Bot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host;

/// <summary>Puts the parts together: the same for a command and for a host that serves.</summary>
internal static class BotHost
{
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
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            // Standard output is for answers.
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddParts(builder.Services, builder.Configuration, home, surroundings, output);
        return builder.Build();
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
