using Microsoft.Extensions.Hosting;

namespace Bot.BareHost;

/// <summary>Says that it runs, where the bot logs, and does nothing else.</summary>
internal sealed class ReadyService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Console.Error.WriteLineAsync("ready");
}
