using System.Text.RegularExpressions;

namespace Bot.Retrieval.Documents;

/// <summary>Finds the line in which a text says where it was taken from: <c>本文来源： [name](https://…)</c>, <c>Source: https://…</c>.</summary>
internal static partial class SourceLine
{
    private const int LongestLine = 2000;

    /// <summary>The first source line's address, if it is one that may be linked to.</summary>
    public static Uri? FindLink(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.Length > LongestLine || !line.Contains("http", StringComparison.OrdinalIgnoreCase) || !Label.IsMatch(line))
            {
                continue;
            }
            foreach (var match in Address.EnumerateMatches(line))
            {
                var address = line.Slice(match.Index, match.Length).TrimEnd(".,;:!?'*_");
                if (MetadataValues.Link(address.ToString()) is { } link)
                {
                    return link;
                }
            }
        }
        return null;
    }

    [GeneratedRegex(
        """^[\s>*_#\-（(【\[]{0,8}(?:(?:本文|文章|原文|内容|內容|资料|資料)?(?:来源|來源|出处|出處|来自|來自)|原文(?:链接|連結|鏈接|地址|網址|网址)?|转载自|轉載自|(?:Original\s+)?Source|Originally\s+published\s+(?:at|on|in)|Original\s+(?:article|link))[\s*_】\]]{0,4}(?:[:：]|https?://|\[)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label { get; }

    [GeneratedRegex("""https?://[^\s<>"'()\[\]（）【】「」《》，。；、]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address { get; }
}
