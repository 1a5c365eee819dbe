using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Text;

/// <summary>Generated texts: pieces that matter to splitting and folding, in any order, among any characters.</summary>
internal static class TextSamples
{
    private static readonly string[] Pieces =
    [
        "法", "第三条", "（一）", "（", "）", "“", "”", "「", "」", "《", "》", "。", "！", "？", "；", "：", "，", "、", "…", "．", "國", "軟體",
        "a", "The", "Sec", "U.S.C", "e.g", "J", "22603", "(a)", "(", ")", "[", "]", "[1]", "\"", "'", "*", "**", "_", "`", ".", "!", "?", ";", ":", ",", "-",
        "- ", "1. ", "# ", "> ", "| ", "```", "---", "title: ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\u2028", "\u3000", "\u0301", "e\u0301", "ﬁ", "Ａ", "①",
        "😀", "\uD83D", "\uDE00", "\0", "\uFFFF", "\u200B", "İ", "ß", "Σ", "가",
    ];

    public static Arbitrary<string> Arbitrary { get; } = Gen.OneOf(
            Gen.Elements(Pieces),
            Gen.Elements(Pieces),
            ArbMap.Default.GeneratorFor<char>().Select(character => character.ToString()))
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();
}
