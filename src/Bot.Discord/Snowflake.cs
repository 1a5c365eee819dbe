using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Bot.Discord.Json;

namespace Bot.Discord;

/// <summary>Discord's 64-bit identifier. Later ones are larger, so they order events; JSON carries them as strings.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long DiscordEpochMilliseconds = 1_420_070_400_000;

    /// <summary>When Discord made the identifier, by Discord's clock; millisecond precision.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + DiscordEpochMilliseconds);

    /// <summary>Reads the decimal form; anything else throws <see cref="FormatException"/>.</summary>
    public static Snowflake Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a Discord id: ids are numbers such as 175928847299117063.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Snowflake id)
    {
        var read = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new(value);
        return read;
    }

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <summary>The decimal form, as in paths and JSON.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
