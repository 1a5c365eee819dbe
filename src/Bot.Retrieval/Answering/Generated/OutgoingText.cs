using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>Makes a model's words harmless before they are checked and shown: no links, pings, markup or invisible characters.</summary>
internal static partial class OutgoingText
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <param name="text">One sentence.</param>
    /// <param name="ownLinks">Links of the documents that were offered; they stay.</param>
    public static string Clean(string text, IReadOnlyCollection<Uri> ownLinks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = WithoutInvisible(text);
        clean = Image().Replace(clean, "");
        clean = MarkdownLink().Replace(clean, match => IsOwn(match.Groups["target"].Value, ownLinks) ? match.Value : match.Groups["label"].Value);
        clean = Tag().Replace(clean, "");
        clean = Link().Replace(clean, match => IsOwn(match.Value, ownLinks) ? match.Value : "");
        // Nothing pings: Discord's <@1>, Slack's <!here>, and @everyone by name.
        clean = clean.Replace('@', '＠').Replace("<", "‹", StringComparison.Ordinal).Replace(">", "›", StringComparison.Ordinal);
        clean = Markup().Replace(clean, "");
        return Space().Replace(clean, " ").Trim();
    }

    /// <summary>Without what nobody sees: zero-width, direction and tag characters, controls, private use; unpaired surrogates too.</summary>
    public static string WithoutInvisible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    visible.Append(' ');
                    break;
                // Variation selectors can carry whole messages.
                case UnicodeCategory.NonSpacingMark when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF):
                    break;
                default:
                    visible.Append(rune.ToString());
                    break;
            }
        }
        return visible.ToString();
    }

    private static bool IsOwn(string link, IReadOnlyCollection<Uri> ownLinks) =>
        Uri.TryCreate(link.TrimEnd('.', ',', ';', ')', '。', '，'), UriKind.Absolute, out var target) && ownLinks.Contains(target);

    [GeneratedRegex(@"!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<label>[^\]]*)\](\((?<target>[^)\s]*)[^)]*\)|:\s*(?<target>\S+))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>|<!--.*?(-->|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Tag();

    // With a scheme, with www, or a bare host: "evil.example/path", "discord.gg/abc".
    [GeneratedRegex(
        @"\b[a-zA-Z][a-zA-Z0-9+.\-]{1,15}:/{1,2}[^\s<>""'）」』】]+|\b(mailto|tel|javascript|data|vbscript|file):[^\s<>）」』】]+|\bwww\.[^\s<>）」』】]+"
        + @"|\b(?=[0-9\-]*[a-zA-Z])[a-zA-Z0-9][a-zA-Z0-9\-]*(\.[a-zA-Z0-9\-]+)*\.(com|net|org|io|gg|me|ly|cn|tw|hk|us|uk|eu|ru|xyz|top|site|online|info|app|dev|ai|co|cc|tk|ml|biz|example|test|link|click|shop|zip)\b(:[0-9]+)?(/[^\s<>）」』】]*)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        MatchTimeoutMilliseconds)]
    private static partial Regex Link();

    // Emphasis, code, spoilers, headings.
    [GeneratedRegex(@"[*`]{1,3}|~~|\|\||(?<=^|\s)_{1,3}(?=\S)|(?<=\S)_{1,3}(?=\s|$)|^#{1,6}\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Space();
}
