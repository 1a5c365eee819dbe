using Microsoft.Extensions.Options;

namespace Bot.Host.Settings;

/// <summary>Turns what stopped the start into a list for the operator.</summary>
internal static class SettingsErrors
{
    /// <summary>All errors, one a line, or null where the exception is about something else.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        OptionsValidationException one => List([one]),
        AggregateException { InnerExceptions: var all } when all.All(error => error is OptionsValidationException) =>
            List(all.Cast<OptionsValidationException>()),
        // The JSON provider's own message names only the file; the parser's, inside, tells the line.
        InvalidDataException { InnerException: FormatException { InnerException: { } parsing } } unreadable =>
            $"{unreadable.Message} {parsing.Message}",
        _ => null,
    };

    private static string List(IEnumerable<OptionsValidationException> errors) =>
        string.Join('\n', errors.SelectMany(error => error.Failures).Distinct(StringComparer.Ordinal).Prepend("The settings need attention:"));
}
