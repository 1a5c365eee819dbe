using System.Collections.Frozen;

namespace Bot.Retrieval.Text;

/// <summary>English abbreviations that are written with a full stop, by what their full stop can mean.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Set(
        """
        no nos sec secs sect art arts fig figs eq eqs ch chs chap vol vols p pp pg par para paras cl reg regs stat stats
        pub app ex exh sched subd subds subdiv div pt ver v rev ed ln item jan feb mar apr jun jul aug sep sept oct nov dec
        approx ca c cir supp doc ref tab table cf ord res tit al
        """);

    // A name or another word always follows.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Set(
        """
        mr mrs ms messrs mme dr drs prof gen rep reps sen sens gov lt col capt cmdr maj sgt cpl adm rev hon pres supt mt ft
        vs viz cf eg ie e.g i.e dept asst assn bros univ atty secy cal
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Either = Set(
        """
        inc corp ltd co llc plc jr sr esq st ave blvd rd al approx est etc cos intl natl govt u.s u.k
        sec secs art fig vol ch no nos pp cl para jan feb mar apr jun jul aug sep sept oct nov dec fed supp cir
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(
        """
        the a an it he she they we i you this that these those there here his her its their our my your in on at for from
        after before as if when while although though however but and so or by with since during until because to under
        many some most all one other another both each such no not every any several few what who how why where which whose
        then thus also according today now upon once despite instead moreover furthermore therefore meanwhile
        """);

    /// <summary>Whether the full stop doesn't end a sentence before a number: <c>Sec. 5</c>, <c>Jan. 3</c>.</summary>
    public static bool IsBeforeNumber(ReadOnlySpan<char> token) => BeforeNumber.Contains(token) || BeforeName.Contains(token);

    /// <summary>Whether the full stop never ends a sentence: <c>Mr. Smith</c>.</summary>
    public static bool IsBeforeName(ReadOnlySpan<char> token) => BeforeName.Contains(token);

    /// <summary>Whether only the next word tells if the sentence ends: <c>Apple Inc. The</c>, <c>Apple Inc. Stores</c>.</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> token) => Either.Contains(token);

    /// <summary>Whether a capitalised word is one that names don't begin with.</summary>
    public static bool StartsSentence(ReadOnlySpan<char> word) => Starters.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
