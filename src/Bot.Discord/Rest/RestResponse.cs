using System.Net;
using System.Text.Json;
using Bot.Discord.Json;

namespace Bot.Discord.Rest;

/// <summary>One answer, read to its end.</summary>
internal sealed record RestResponse(HttpStatusCode Status, RateLimitHeaders Limits, byte[] Body)
{
    /// <summary>The body of a refusal; null when it isn't Discord's JSON, as with Cloudflare's pages.</summary>
    public ErrorBody? Error { get; } = ReadError(Status, Body);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>A 429 that isn't Discord's own: the address is banned for a while.</summary>
    public bool IsBan => Status == HttpStatusCode.TooManyRequests && Error is null;

    /// <summary>Of a 429: the whole bot is held, not only this route.</summary>
    public bool IsGlobal => Limits.IsGlobal || Error is { Global: true };

    /// <summary>How long a 429 says to wait, the longer of header and body; a minute where it says nothing.</summary>
    public TimeSpan Wait
    {
        get
        {
            var body = RateLimitHeaders.Seconds(Error?.RetryAfter ?? -1);
            return (Limits.RetryAfter, body) switch
            {
                ({ } header, { } said) => header > said ? header : said,
                var (header, said) => header ?? said ?? TimeSpan.FromMinutes(1),
            };
        }
    }

    private static ErrorBody? ReadError(HttpStatusCode status, byte[] body)
    {
        if ((int)status < 400)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
