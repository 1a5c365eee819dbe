using System.Globalization;

namespace Bot.Discord.Simulator.Rest;

/// <summary>Where a bucket stands after a request, as the headers tell it.</summary>
/// <param name="Refused">Whether this request was one too many.</param>
internal sealed record RateLimitState(string Bucket, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan ResetAfter, string Scope, bool Refused)
{
    public bool IsGlobal => Scope == "global";

    public IEnumerable<(string Name, string Value)> Headers()
    {
        if (!IsGlobal)
        {
            yield return ("X-RateLimit-Limit", Limit.ToString(CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Remaining", Remaining.ToString(CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Reset", (Reset.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Reset-After", (Math.Ceiling(ResetAfter.TotalMilliseconds) / 1000).ToString("F3", CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Bucket", Bucket);
        }
        if (Refused)
        {
            yield return ("Retry-After", Math.Ceiling(ResetAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            yield return ("X-RateLimit-Scope", Scope);
            if (IsGlobal)
            {
                yield return ("X-RateLimit-Global", "true");
            }
        }
    }
}
