using Bot.Host.Settings;
using Bot.Retrieval.Text;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Host.Adapters.Slack;

/// <summary>Knows members: who is an admin, and what language they read. Asks Slack once in a while. Safe for concurrent use.</summary>
internal sealed partial class SlackMembers(IMembers members, IOptions<AdminSettings> settings, TimeProvider clock, ILogger<SlackMembers> logger)
{
    private const int Remembered = 10_000;

    // An envelope waits for it, and has three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Language and rights are asked for one after the other: who waited for the one doesn't wait for the other as well.
    private static readonly TimeSpan Discouraged = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _admins = [.. IdList.Of(settings.Value.SlackUsers)];
    private readonly RecentValues<string, Known> _known = new(Remembered);
    private readonly RecentValues<string, long> _failed = new(Remembered);

    /// <summary>Whether the person may give admins' commands; null while that can't be found out.</summary>
    public async Task<bool?> IsAdminAsync(string user, CancellationToken cancellationToken)
    {
        if (_admins.Contains(user) || !settings.Value.SlackWorkspaceAdmins)
        {
            return _admins.Contains(user);
        }
        return await FindAsync(user, cancellationToken) is { } member ? !member.Deleted && (member.IsAdmin || member.IsOwner) : null;
    }

    /// <summary>The language of the person's Slack; null where it isn't known.</summary>
    public async Task<TextLanguage?> LanguageAsync(string user, CancellationToken cancellationToken) =>
        LanguageOf((await FindAsync(user, cancellationToken))?.Locale);

    private static TextLanguage? LanguageOf(string? locale) => locale switch
    {
        null or "" => null,
        "zh-TW" or "zh-HK" or "zh-Hant" => TextLanguage.TraditionalChinese,
        _ when locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => TextLanguage.SimplifiedChinese,
        _ => TextLanguage.English,
    };

    private async Task<SlackUser?> FindAsync(string user, CancellationToken cancellationToken)
    {
        if (_known.TryGet(user, out var known) && clock.GetElapsedTime(known.Since) < Fresh)
        {
            return known.Member;
        }
        if (_failed.TryGet(user, out var failed) && clock.GetElapsedTime(failed) < Discouraged)
        {
            return known?.Member;
        }
        using var limit = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var member = await members.UserAsync(user, both.Token);
            _known.Set(user, new Known(member, clock.GetTimestamp()));
            return member;
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && ex is SlackApiException or OperationCanceledException)
        {
            _failed.Set(user, clock.GetTimestamp());
            Log.Unknown(logger, ex.Message);
            return known?.Member;
        }
    }

    private sealed record Known(SlackUser Member, long Since);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A member couldn't be looked up: {Reason}")]
        public static partial void Unknown(ILogger logger, string reason);
    }
}
