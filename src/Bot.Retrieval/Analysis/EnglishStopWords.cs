using System.Collections.Frozen;

namespace Bot.Retrieval.Analysis;

/// <summary>English words that carry a question's grammar, not its subject.</summary>
internal static class EnglishStopWords
{
    private const string Words =
        "a an the of to in is are was were be been being am do does did done doing for on at by with from as and or nor but if "
        + "that which what who whom whose when where why how many much it its itself this these those there here "
        + "have has had having can could would should will shall may might must about into onto than then "
        + "they them their theirs he him his she her hers i you we me my mine your yours our ours us not no any some "
        + "so such too very just also only own same other each between during before after above below up down out off over under again "
        + "'s please tell explain describe mean means";

    private static readonly FrozenSet<string> Stems = Words.Split(' ').Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes the stemmed word, as the <see cref="Analyzer"/> gives it.</summary>
    public static bool Contains(ReadOnlySpan<char> stem) => Lookup.Contains(stem);
}
