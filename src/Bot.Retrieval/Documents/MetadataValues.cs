using System.Globalization;

namespace Bot.Retrieval.Documents;

/// <summary>Reads the values of metadata the way people write them.</summary>
internal static class MetadataValues
{
    private static readonly string[] DateFormats =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy'年'M'月'd'日'", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy",
    ];

    /// <summary>Cleaned, on one line; <see langword="null"/> where nothing is left.</summary>
    public static string? Text(string? value) =>
        value is null || TextCleaner.CleanLine(value) is not { Length: > 0 } text ? null : text;

    /// <summary>A date with or without a time behind it; the day as it is written, whatever the time zone.</summary>
    public static DateOnly? Date(string? value)
    {
        var text = Text(value);
        if (text is null)
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }
        // 2024-06-18T09:30:00+08:00, 2024-06-18 09:30
        return text.IndexOfAny(['T', ' ']) is > 0 and var end
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            && DateOnly.TryParseExact(text[..end], DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? date
            : null;
    }

    /// <summary>An absolute http or https address.</summary>
    public static Uri? Link(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host.Length > 0 ? link : null;
}
