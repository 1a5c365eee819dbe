using System.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>
/// A clause's place inside its code in a form that doesn't depend on the style: 第6条第1款(f) and <c>Article 6(1)(f)</c>
/// have the same, and so have <c>(i)</c> the letter and <c>(i)</c> the numeral.
/// </summary>
internal static class ClauseKey
{
    public static string Of(ClauseReference reference) => Of(reference.Section, reference.Path.AsSpan());

    public static string Of(string section, ReadOnlySpan<Subdivision> path)
    {
        if (path.IsEmpty)
        {
            return section;
        }
        var key = new StringBuilder(section);
        foreach (var step in path)
        {
            // An item isn't a paragraph: only paragraphs are written as numbers elsewhere.
            key.Append('(').Append(step.Kind switch { SubdivisionKind.Xiang => "项", SubdivisionKind.Mu => "目", _ => "" }).Append(step.Value).Append(')');
        }
        return key.ToString();
    }
}
