using System.Globalization;

namespace Bot.Discord.Simulator.Rendering;

/// <summary>Discord's way to write a moment.</summary>
internal static class Timestamps
{
    public static string Iso(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static string? Iso(DateTimeOffset? at) => at is { } moment ? Iso(moment) : null;
}
