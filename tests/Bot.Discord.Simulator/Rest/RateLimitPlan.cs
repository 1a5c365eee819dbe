using System.Collections.Immutable;

namespace Bot.Discord.Simulator.Rest;

/// <summary>The limits of each route.</summary>
/// <param name="ByRoute">Routes as "POST /channels/{channel}/messages"; the rest have <paramref name="Default"/>.</param>
/// <param name="GlobalPerSecond">Over all routes that need the bot's token; null for no such limit.</param>
public sealed record RateLimitPlan(RateLimit Default, ImmutableDictionary<string, RateLimit> ByRoute, int? GlobalPerSecond)
{
    public const string PostMessage = "POST /channels/{channel}/messages";
    public const string EditMessage = "PATCH /channels/{channel}/messages/{message}";
    public const string AddReaction = "PUT /channels/{channel}/messages/{message}/reactions/{emoji}/@me";
    public const string Typing = "POST /channels/{channel}/typing";
    public const string FollowUp = "POST /webhooks/{webhook}/{token}";

    /// <summary>Limits that nobody reaches; the headers are there all the same.</summary>
    public static RateLimitPlan Generous { get; } = new(new(1_000_000, TimeSpan.FromSeconds(1)), [], null);

    /// <summary>Limits of the size that Discord is seen to have. It may change its own at any time.</summary>
    public static RateLimitPlan LikeDiscord { get; } = new(
        new(50, TimeSpan.FromSeconds(1)),
        ImmutableDictionary.CreateRange<string, RateLimit>(
        [
            new(PostMessage, new(5, TimeSpan.FromSeconds(5))),
            new(EditMessage, new(5, TimeSpan.FromSeconds(5))),
            new(Typing, new(5, TimeSpan.FromSeconds(5))),
            new(AddReaction, new(1, TimeSpan.FromSeconds(0.25))),
            new(FollowUp, new(5, TimeSpan.FromSeconds(2))),
        ]),
        50);

    public RateLimit For(string route) => ByRoute.GetValueOrDefault(route, Default);

    public RateLimitPlan With(string route, int requests, TimeSpan window) => this with { ByRoute = ByRoute.SetItem(route, new(requests, window)) };
}
