using Bot.Discord;
using Bot.Discord.Gateway;
using Bot.Discord.Rest;
using Bot.Host.Admin;
using Bot.Host.Conversations;
using Bot.Host.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Discord;

/// <summary>Runs the bot on Discord for as long as the host runs.</summary>
internal sealed partial class DiscordService(
    IApplicationApi applications,
    IDiscordGateway gateway,
    DiscordEvents events,
    DiscordCommandRegistrar commands,
    DiscordConnection connection,
    WorkerOutcome outcome,
    IOptions<DiscordSettings> settings,
    IOptions<DiscordClientOptions> client,
    Chance chance,
    TimeProvider clock,
    ILogger<DiscordService> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Kept, so that whoever starts within minutes misses nothing.
        await gateway.StopAsync(SessionEnding.Keep);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await RunAsync(stoppingToken) is { } reason)
            {
                Fail(reason);
            }
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Broken(logger, ex);
            Fail(ex.Message);
        }
    }

    // Why it ended for good; null where it was asked to.
    private async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        ApplicationInfo application;
        try
        {
            application = await UntilReachableAsync(applications.GetApplicationAsync, cancellationToken);
        }
        catch (DiscordApiException ex)
        {
            return ex.Status == System.Net.HttpStatusCode.Unauthorized ? WrongToken : ex.Message;
        }
        var self = application.Bot?.Id ?? application.Id;
        connection.Is(self);
        Log.Invite(logger, InviteLink.For(application.Id, DiscordPermissions.Needed).AbsoluteUri);
        if (application.InteractionsEndpointUrl is not null)
        {
            Log.InteractionsElsewhere(logger);
        }
        var mayRead = settings.Value.MessageContent.ToLowerInvariant() switch
        {
            DiscordSettings.On => true,
            DiscordSettings.Off => false,
            _ => application.MayReadMessageContent,
        };
        if (!mayRead)
        {
            Log.MentionsOnly(logger);
        }
        client.Value.Intents = mayRead ? GatewayIntents.AllMessages : GatewayIntents.MentionsOnly;
        await RegisterAsync(application.Id, cancellationToken);
        return await gateway.RunAsync(events, cancellationToken) is GatewayOutcome.Failed failed ? failed.Reason : null;
    }

    private async Task RegisterAsync(Snowflake application, CancellationToken cancellationToken)
    {
        try
        {
            await commands.RegisterAsync(application, cancellationToken);
        }
        catch (DiscordApiException ex)
        {
            // Mentions and direct messages work without.
            Log.NoCommands(logger, ex.Message);
        }
    }

    private async Task<T> UntilReachableAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                var result = await call(cancellationToken);
                connection.Hindered(null);
                return result;
            }
            catch (DiscordApiException ex) when (ex.IsTransient)
            {
                connection.Hindered(ex.Message);
                Log.Unreachable(logger, ex.Message);
                await Task.Delay(ex.RetryAfter ?? (pause * chance.Next()), clock, cancellationToken);
            }
        }
    }

    private void Fail(string reason)
    {
        Log.Failed(logger, reason);
        connection.Failed(reason);
        outcome.PlatformFailed(DiscordPlatform.PlatformName);
    }

    private const string WrongToken =
        "Discord doesn't accept the token: copy it anew from the developer portal, page Bot, \"Reset Token\", and set Bot:Discord:Token.";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Invite the bot to a server with {Link}")]
        public static partial void Invite(ILogger logger, string link);

        [LoggerMessage(LogLevel.Warning, "An interactions endpoint is set for the application, so commands and buttons don't reach the bot: empty \"Interactions Endpoint URL\" in the developer portal")]
        public static partial void InteractionsElsewhere(ILogger logger);

        [LoggerMessage(LogLevel.Information, "The bot reads only direct messages and messages that mention it. To let people ask on in threads without a mention, switch \"Message Content Intent\" on in the developer portal, page Bot, and start again")]
        public static partial void MentionsOnly(ILogger logger);

        [LoggerMessage(LogLevel.Error, "The slash commands are as they were: {Reason}")]
        public static partial void NoCommands(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "Discord is out of reach: {Reason}")]
        public static partial void Unreachable(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Critical, "The bot is not on Discord any more: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Error, "The bot on Discord broke down")]
        public static partial void Broken(ILogger logger, Exception exception);
    }
}
