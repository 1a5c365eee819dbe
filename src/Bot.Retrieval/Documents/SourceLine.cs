using System.Buffers;

namespace Bot.Retrieval.Documents;

/// <summary>Finds the line in which a text says where it was taken from: <c>本文来源： [name](https://…)</c>, <c>Source: https://…</c>.</summary>
internal static class SourceLine
{
    private const int LongestLine = 2000;
    private const string Decoration = " \t\u3000>*_#-（(【[";

    // Longer ones first, so that what is left behind the label is the rest of the line.
    private static readonly string[] Labels =
    [
        "原文链接", "原文連結", "原文鏈接", "原文地址", "原文網址", "原文网址", "原文来源", "原文來源", "原文出处", "原文出處", "原文",
        "本文来源", "本文來源", "本文来自", "本文來自", "本文出处", "本文出處", "文章来源", "文章來源", "内容来源", "內容來源", "资料来源", "資料來源",
        "来源", "來源", "来自", "來自", "出处", "出處", "转载自", "轉載自",
        "Originally published at", "Originally published on", "Originally published in", "Original source", "Original article", "Original link", "Source",
    ];

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\u00A0\u3000<>\"'()[]（）【】「」《》，。；、");

    /// <summary>The first source line's address, if it is one that may be linked to.</summary>
    public static Uri? FindLink(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line.Length <= LongestLine && line.Contains("http", StringComparison.OrdinalIgnoreCase) && IsLabelled(line) && FirstAddress(line) is { } link)
            {
                return link;
            }
        }
        return null;
    }

    private static bool IsLabelled(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(Decoration);
        foreach (var label in Labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return line[label.Length..].TrimStart(" \t\u3000*_】]") is [':' or '：' or '[', ..] or ['h' or 'H', 't' or 'T', ..];
            }
        }
        return false;
    }

    private static Uri? FirstAddress(ReadOnlySpan<char> line)
    {
        while (line.IndexOf("http", StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            line = line[start..];
            var end = line.IndexOfAny(AddressEnds);
            var address = (end < 0 ? line : line[..end]).TrimEnd(".,;:!?*_");
            if (MetadataValues.Link(address.ToString()) is { } link)
            {
                return link;
            }
            line = line["http".Length..];
        }
        return null;
    }
}
