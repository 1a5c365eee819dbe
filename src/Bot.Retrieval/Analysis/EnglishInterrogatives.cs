using System.Text.RegularExpressions;

namespace Bot.Retrieval.Analysis;

/// <summary>Adjectives that only ask for a measure: "how long" is answered by "7 years", which isn't called long.</summary>
internal static partial class EnglishInterrogatives
{
    // The pattern can't run away; the limit is for those who change it.
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Marks them in a folded question.</summary>
    public static void Mark(string folded, Span<CharacterRole> roles)
    {
        foreach (var match in Measures().EnumerateMatches(folded))
        {
            roles.Slice(match.Index, match.Length).Fill(CharacterRole.Interrogative);
        }
    }

    /// <summary>Whether such an adjective starts there.</summary>
    public static bool StartsAt(string folded, int position)
    {
        foreach (var match in Measures().EnumerateMatches(folded))
        {
            if (match.Index == position)
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex(@"(?<=\bhow )(long|old|tall|high|far|large|big|small|wide|deep|heavy|fast|often|soon|late|early|frequently|quickly|close|near)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Measures();
}
