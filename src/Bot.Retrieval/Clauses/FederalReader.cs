namespace Bot.Retrieval.Clauses;

/// <summary>Reads sections of federal codes by title: <c>17 U.S.C. § 107(1)</c>, <c>45 CFR 164.502(a)</c>.</summary>
internal static class FederalReader
{
    private static readonly (string Written, string Key)[] Codes =
    [
        ("U.S.C.A.", "usc"), ("U.S.C.S.", "usc"), ("U.S.C.", "usc"), ("U. S. C.", "usc"), ("U.S. Code", "usc"), ("US Code", "usc"), ("USCA", "usc"), ("USC", "usc"),
        ("C.F.R.", "cfr"), ("C. F. R.", "cfr"), ("CFR", "cfr"),
    ];

    public static bool TryRead(string text, int position, ReferenceList list, out string code, out int end)
    {
        (code, end) = ("", position);
        var title = Scan.Digits(text, position, 3);
        var name = Scan.Spaces(text, title);
        if (title - position > 2 || text[position] == '0' || name == title)
        {
            return false;
        }
        foreach (var (written, key) in Codes)
        {
            if (name + written.Length > text.Length || !text.AsSpan(name, written.Length).Equals(written, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            var number = Scan.Spaces(text, name + written.Length);
            var signs = number;
            while (Scan.At(text, signs) == '§' && signs - number < 2)
            {
                signs++;
            }
            var plural = signs - number == 2;
            number = Scan.Spaces(text, signs);
            number = Scan.Word(text, number, "section") ? Scan.Spaces(text, number + 7) : number;
            code = $"{text[position..title]} {key}";
            if (!SectionReader.TryRead(text, number, SectionStyle.UnitedStatesCode, cued: true, plural, list, out var read))
            {
                return false;
            }
            end = read.End;
            return true;
        }
        return false;
    }
}
