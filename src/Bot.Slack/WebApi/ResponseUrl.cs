namespace Bot.Slack.WebApi;

/// <summary>Where a command or a pressed button may be answered without a token. It is a secret, so its text doesn't show it.</summary>
public sealed class ResponseUrl(Uri address)
{
    /// <summary>So often it may be used.</summary>
    public const int Uses = 5;

    /// <summary>So long it may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public Uri Address { get; } = address;

    public static ResponseUrl? From(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new ResponseUrl(address) : null;

    public override string ToString() => "response_url";
}
