namespace Bot.Discord.Rest;

/// <summary>When a call whose fate is unknown may be made again.</summary>
internal enum RetryRule
{
    /// <summary>Doing it twice is like doing it once: GET, PUT, PATCH, DELETE, and posts that Discord recognises.</summary>
    Repeatable,

    /// <summary>Doing it twice makes two: again only when the request surely never left.</summary>
    OnlyIfUnsent,
}
