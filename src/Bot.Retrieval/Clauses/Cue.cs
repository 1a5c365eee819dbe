namespace Bot.Retrieval.Clauses;

/// <summary>What a word in front of a number or marker says it is.</summary>
internal enum CueKind
{
    Section,
    Article,

    /// <summary>Rule, regulation, clause: words with other uses.</summary>
    Weak,

    /// <summary>Subdivision, paragraph, point: below a section.</summary>
    Below,
}

/// <summary>A word that announces a clause.</summary>
/// <param name="Kind">What it announces.</param>
/// <param name="Plural">Whether a list or a range may follow.</param>
/// <param name="Clear">Whether the word alone makes a number behind it a reference.</param>
/// <param name="End">Just behind the word and its full stop.</param>
internal readonly record struct Cue(CueKind Kind, bool Plural, bool Clear, int End)
{
    private const int LongestWord = 14;

    private static readonly Dictionary<string, (CueKind Kind, bool Plural, bool Short)> Words =
        new Dictionary<string, (CueKind, bool, bool)>(StringComparer.OrdinalIgnoreCase)
        {
            ["section"] = (CueKind.Section, false, false),
            ["sections"] = (CueKind.Section, true, false),
            ["sec"] = (CueKind.Section, false, true),
            ["secs"] = (CueKind.Section, true, true),
            ["sect"] = (CueKind.Section, false, true),
            ["s"] = (CueKind.Section, false, true),
            ["ss"] = (CueKind.Section, true, true),
            ["article"] = (CueKind.Article, false, false),
            ["articles"] = (CueKind.Article, true, false),
            ["art"] = (CueKind.Article, false, true),
            ["arts"] = (CueKind.Article, true, true),
            ["artikel"] = (CueKind.Article, false, false),
            ["rule"] = (CueKind.Weak, false, false),
            ["rules"] = (CueKind.Weak, true, false),
            ["regulation"] = (CueKind.Weak, false, false),
            ["regulations"] = (CueKind.Weak, true, false),
            ["reg"] = (CueKind.Weak, false, true),
            ["clause"] = (CueKind.Weak, false, false),
            ["clauses"] = (CueKind.Weak, true, false),
            ["cl"] = (CueKind.Weak, false, true),
            ["subdivision"] = (CueKind.Below, false, false),
            ["subdivisions"] = (CueKind.Below, true, false),
            ["subd"] = (CueKind.Below, false, true),
            ["subds"] = (CueKind.Below, true, true),
            ["subsection"] = (CueKind.Below, false, false),
            ["subsections"] = (CueKind.Below, true, false),
            ["subsec"] = (CueKind.Below, false, true),
            ["paragraph"] = (CueKind.Below, false, false),
            ["paragraphs"] = (CueKind.Below, true, false),
            ["para"] = (CueKind.Below, false, true),
            ["paras"] = (CueKind.Below, true, true),
            ["par"] = (CueKind.Below, false, true),
            ["subparagraph"] = (CueKind.Below, false, false),
            ["subparagraphs"] = (CueKind.Below, true, false),
            ["subclause"] = (CueKind.Below, false, false),
            ["point"] = (CueKind.Below, false, false),
            ["points"] = (CueKind.Below, true, false),
            ["item"] = (CueKind.Below, false, false),
            ["items"] = (CueKind.Below, true, false),
            ["lit"] = (CueKind.Below, false, true),
            ["letter"] = (CueKind.Below, false, false),
            ["abs"] = (CueKind.Below, false, true),
            ["absatz"] = (CueKind.Below, false, false),
            ["nr"] = (CueKind.Below, false, true),
        };

    private static readonly Dictionary<string, (CueKind Kind, bool Plural, bool Short)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the cue that starts there; the caller has seen that a word starts there.</summary>
    public static bool TryRead(string text, int position, out Cue cue)
    {
        cue = default;
        if (text[position] == '§')
        {
            var signs = position + (Scan.At(text, position + 1) == '§' ? 2 : 1);
            cue = new(CueKind.Section, signs - position == 2, true, signs);
            return true;
        }
        var end = Scan.Letters(text, position, LongestWord);
        if (!Lookup.TryGetValue(text.AsSpan(position, end - position), out var word) || char.IsAsciiDigit(Scan.At(text, end)) && end - position > 3)
        {
            return false;
        }
        var dot = Scan.At(text, end) == '.';
        // "sec 5" may be seconds and "art 5" a painting: short forms want their full stop or a capital.
        var clear = word.Short ? dot || (char.IsAsciiLetterUpper(text[position]) && end - position > 1) : word.Kind != CueKind.Weak;
        if (end - position <= 2 && !dot)
        {
            return false;
        }
        cue = new(word.Kind, word.Plural, clear, dot && word.Short ? end + 1 : end);
        return true;
    }
}
