namespace Bot.Slack.WebApi;

internal enum BodyFormat
{
    Json,
    Form,
}

internal enum Repetition
{
    /// <summary>Twice does no more than once: repeated after any passing failure.</summary>
    Harmless,

    /// <summary>Repeated only where Slack surely didn't do it, which a rate limit says.</summary>
    Harmful,
}

/// <summary>A method of the Web API, and what may be done with it.</summary>
/// <param name="LimitedByChannel">Its rate limit counts by channel, so only that channel waits.</param>
internal sealed record SlackMethod(string Name, Repetition Repetition, BodyFormat Format = BodyFormat.Json, bool LimitedByChannel = false)
{
    public override string ToString() => Name;
}
