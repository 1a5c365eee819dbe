using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>
/// Where to connect and how many sessions may still be started, as Discord said last. The address is kept; the numbers are asked for again
/// before each new session, or counted on where Discord can't be asked.
/// </summary>
internal sealed partial class GatewayDiscovery(IApplicationApi api, TimeProvider clock, ILogger<GatewayDiscovery> logger)
{
    /// <summary>Below so many, sessions are started only where none was: a crash loop at the limit would cost the token.</summary>
    public const int Reserve = 10;

    // Shards that start one after another needn't ask anew.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(4);

    private readonly Lock _gate = new();
    private SessionBudget? _budget;

    /// <summary>What is wrong with the budget, in a sentence; null while it is fine or unknown.</summary>
    public string? Problem
    {
        get
        {
            var budget = Known;
            return budget is { Remaining: < Reserve } && budget.UntilReset(clock) is { } wait && wait > TimeSpan.Zero
                ? $"Only {budget.Remaining} new sessions are left for the next {wait.TotalMinutes:0} minutes; find out why the bot reconnects so often before restarting it."
                : null;
        }
    }

    /// <summary>What Discord said last, less the sessions asked for since; null before it was asked.</summary>
    public SessionBudget? Known
    {
        get
        {
            lock (_gate)
            {
                return _budget;
            }
        }
    }

    /// <summary>What Discord says now; while it can't be asked, what it said last. Throws <see cref="DiscordApiException"/> without either.</summary>
    public async Task<SessionBudget> GetAsync(CancellationToken cancellationToken)
    {
        var known = Known;
        if (known is not null && clock.GetElapsedTime(known.AskedAt) < Freshness)
        {
            return known;
        }
        try
        {
            return await AskAsync(cancellationToken);
        }
        catch (DiscordApiException ex) when (ex.IsTransient && known is not null)
        {
            Log.UsingKnown(logger, ex.Message);
            return known;
        }
    }

    /// <summary>Whether REST works: tells a dead gateway host from a dead network or an outage of all of Discord.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(cancellationToken);
            return true;
        }
        catch (DiscordApiException ex)
        {
            return !ex.IsTransient;
        }
    }

    /// <summary>A session was asked for.</summary>
    public void Spend()
    {
        lock (_gate)
        {
            _budget = _budget is { } budget ? budget with { Remaining = Math.Max(0, budget.Remaining - 1) } : null;
        }
    }

    private async Task<SessionBudget> AskAsync(CancellationToken cancellationToken)
    {
        var answer = await api.GetGatewayBotAsync(cancellationToken);
        var budget = SessionBudget.From(answer, clock);
        lock (_gate)
        {
            _budget = budget;
        }
        if (Problem is { } problem)
        {
            Log.BudgetLow(logger, problem);
        }
        return budget;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Discord can't be asked for the gateway's address, so the last one is used: {Reason}")]
        public static partial void UsingKnown(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Critical, "{Problem}")]
        public static partial void BudgetLow(ILogger logger, string problem);
    }
}
