using System.Globalization;
using System.Text;

namespace Bot.Retrieval.Documents;

/// <summary>Writes a list's number the way its Word format says.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Digits)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "lowerLetter" when number > 0 => Letters(number),
        "upperLetter" when number > 0 => Letters(number).ToUpperInvariant(),
        "lowerRoman" when number is > 0 and < 4000 => RomanDigits(number),
        "upperRoman" when number is > 0 and < 4000 => RomanDigits(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is > 0 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalFullWidth" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        "ideographTraditional" when number is > 0 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital"
            when number is >= 0 and < 10000 => Chinese(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // a … z, aa, bb, as Word does it.
    private static string Letters(int number) => new((char)('a' + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 30));

    private static string RomanDigits(int number)
    {
        var digits = new StringBuilder();
        foreach (var (value, text) in Roman)
        {
            for (; number >= value; number -= value)
            {
                digits.Append(text);
            }
        }
        return digits.ToString();
    }

    private static string Chinese(int number)
    {
        if (number == 0)
        {
            return "〇";
        }
        var text = new StringBuilder();
        var zero = false;
        foreach (var (value, unit) in (ReadOnlySpan<(int, string)>)[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }
            text.Append(zero ? "零" : "");
            zero = false;
            // 十二, not 一十二.
            text.Append(digit == 1 && value == 10 && text.Length == 0 ? "" : "〇一二三四五六七八九"[digit].ToString()).Append(unit);
        }
        return text.ToString();
    }
}
