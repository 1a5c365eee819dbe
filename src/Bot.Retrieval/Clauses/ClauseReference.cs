using System.Collections.Immutable;

namespace Bot.Retrieval.Clauses;

/// <summary>The way a section is numbered, which decides how its canonical form is written.</summary>
public enum SectionStyle
{
    /// <summary><c>22603(b)</c></summary>
    Section,

    /// <summary><c>第54条第2款</c></summary>
    ChineseArticle,

    /// <summary><c>Article 5(1)(a)</c></summary>
    Article,

    /// <summary><c>17 U.S.C. § 107(1)</c></summary>
    UnitedStatesCode,

    /// <summary><c>12.3.4</c></summary>
    Decimal,
}

/// <summary>
/// A clause: an optional code, a section and a path of subdivisions. Two references to the same clause are equal however
/// they were written, and print the same <see cref="Canonical"/> form.
/// </summary>
public sealed record ClauseReference
{
    public required SectionStyle Style { get; init; }

    /// <summary>The section's number in Arabic digits, with what is glued to it: <c>22603</c>, <c>120之1</c>, <c>12.3.4</c>, <c>22603.1</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The code's name as its matching key (folded, without 中华人民共和国), or null where the text names none.</summary>
    public string? Code { get; init; }

    /// <summary>The code's name as the text writes it, for display; two references may differ in it and be equal.</summary>
    public string? CodeName { get; init; }

    /// <summary>Outermost first.</summary>
    public ImmutableArray<Subdivision> Path { get; init; } = [];

    /// <summary>The written form lawyers of that code use, without the code.</summary>
    public string Canonical => CanonicalForm.Of(this);

    /// <summary>The written form with the code, where it has one: <c>民法典第54条</c>, <c>SB-1047 22603(b)</c>.</summary>
    public string FullName => CanonicalForm.WithCode(this);

    /// <summary>Whether the other clause is this one or stands inside it; codes must agree where both have one.</summary>
    public bool Contains(ClauseReference other) =>
        Style == other.Style
        && Section == other.Section
        && (Code is null || other.Code is null || Code == other.Code)
        && other.Path.Length >= Path.Length
        && other.Path.AsSpan()[..Path.Length].SequenceEqual(Path.AsSpan());

    public bool Equals(ClauseReference? other) =>
        other is not null
        && Style == other.Style
        && Section == other.Section
        && Code == other.Code
        && Path.AsSpan().SequenceEqual(other.Path.AsSpan());

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Style);
        hash.Add(Section);
        hash.Add(Code);
        foreach (var step in Path)
        {
            hash.Add(step);
        }
        return hash.ToHashCode();
    }

    public override string ToString() => Canonical;
}
