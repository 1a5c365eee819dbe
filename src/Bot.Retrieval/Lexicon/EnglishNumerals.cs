using System.Collections.Frozen;

namespace Bot.Retrieval.Lexicon;

/// <summary>Reads twenty-one, two hundred and five, three million; third, twenty-first.</summary>
internal static class EnglishNumerals
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Cardinals = Table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Table(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        + "seventeenth eighteenth nineteenth",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth");

    public static bool IsNumberWord(ReadOnlySpan<char> word) => Cardinals.ContainsKey(word) || Ordinals.ContainsKey(word);

    /// <summary>Reads number words; null, and the start as the end, where there are none.</summary>
    public static decimal? Parse(QuantityText text, int start, out int end, out bool isOrdinal)
    {
        (end, isOrdinal) = (start, false);
        var (total, part) = (0m, 0m);
        var isNumber = false;
        for (var position = start; ;)
        {
            var word = text.WordAt(position);
            if (Cardinals.TryGetValue(word, out var cardinal) && Fits(part, cardinal))
            {
                (part, isNumber) = (part + cardinal, true);
            }
            else if (Ordinals.TryGetValue(word, out var ordinal) && Fits(part, ordinal))
            {
                (end, isOrdinal) = (position + word.Length, true);
                return total + part + ordinal;
            }
            else if (isNumber && ScaleOf(word) is var scale and > 1 && total + part < 1_000_000_000_000m)
            {
                (total, part) = scale == 100 ? (total, Math.Max(part, 1) * 100) : (total + (Math.Max(part, 1) * scale), 0);
            }
            else
            {
                return isNumber ? total + part : null;
            }
            end = position + word.Length;
            position = text.SkipJoint(end);
            if (text.WordAt(position) is "and" && part % 100 == 0)
            {
                var next = text.SkipBlanks(position + 3);
                position = Cardinals.ContainsKey(text.WordAt(next)) && part + total >= 100 ? next : position;
            }
        }
    }

    /// <summary>100 to 10 to the 12th for hundred to trillion, else 1.</summary>
    public static decimal ScaleOf(ReadOnlySpan<char> word) => word switch
    {
        "hundred" => 100,
        "thousand" => 1000,
        "million" or "mn" => 1_000_000,
        "billion" or "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => 1,
    };

    // "twenty" takes one to nine, "two hundred" anything below; "two three" is two numbers.
    private static bool Fits(decimal part, int next) => (part % 100) switch
    {
        0 => true,
        >= 20 and var tens => tens % 10 == 0 && next is > 0 and < 10,
        _ => false,
    };

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string toNineteen, string tens) =>
        toNineteen.Split(' ').Select((word, value) => (word, value))
            .Concat(tens.Split(' ').Select((word, position) => (word, value: (position + 2) * 10)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.value)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
