namespace Bot.Host.Models;

/// <summary>What an endpoint takes: endpoints of the same protocol differ in these, and say so with a 400.</summary>
/// <param name="TokenLimit">The name of the limit.</param>
/// <param name="Temperature">Whether it may be set.</param>
/// <param name="Usage">Whether tokens may be asked for.</param>
internal sealed record ChatRequestShape(string TokenLimit, bool Temperature, bool Usage)
{
    private const string Old = "max_tokens";
    private const string New = "max_completion_tokens";

    /// <summary>What most endpoints take.</summary>
    public static ChatRequestShape Common { get; } = new(Old, Temperature: true, Usage: true);

    /// <summary>Without what an endpoint refused; null where there is nothing to leave out.</summary>
    public ChatRequestShape? Without(string? parameter) => parameter switch
    {
        Old when TokenLimit == Old => this with { TokenLimit = New },
        New when TokenLimit == New => this with { TokenLimit = Old },
        "temperature" when Temperature => this with { Temperature = false },
        "stream_options" or "stream_options.include_usage" when Usage => this with { Usage = false },
        _ => null,
    };
}
