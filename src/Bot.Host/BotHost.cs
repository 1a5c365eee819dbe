using Bot.Host.CommandLine;
using Bot.Host.Ingestion;
using Bot.Host.Settings;
using Bot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host;

/// <summary>Puts the parts together.</summary>
internal static class BotHost
{
    public static IHost Build(Surroundings surroundings, CommandOutput output, string? documents)
    {
        var home = BotHome.Find(surroundings.CurrentDirectory, surroundings.ProgramDirectory);
        // The defaults would watch the settings file, read user secrets and log to places nobody asked for.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = home.Folder });
        AddConfiguration(builder.Configuration, surroundings, documents);
        AddLogging(builder.Logging, builder.Configuration);
        builder.Services
            .AddSingleton(home)
            .AddSingleton(output)
            .AddSingleton(surroundings)
            .AddSingleton(surroundings.Clock)
            .AddSettings()
            .AddRetrieval()
            .AddIngestion()
            .AddCommandLine();
        surroundings.Replace(builder.Services);
        return builder.Build();
    }

    // Later ones win: the file, the environment, the command line.
    private static void AddConfiguration(ConfigurationManager configuration, Surroundings surroundings, string? documents)
    {
        configuration.AddJsonFile(BotHome.SettingsFile, optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        if (documents is not null)
        {
            var folder = Path.GetFullPath(documents, surroundings.CurrentDirectory);
            configuration.AddInMemoryCollection([new($"{BotSettings.Path(SeedsSettings.SectionName)}:{nameof(SeedsSettings.Path)}", folder)]);
        }
    }

    // Standard output is for answers.
    private static void AddLogging(ILoggingBuilder logging, ConfigurationManager configuration) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddConfiguration(configuration.GetSection("Logging"))
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
