namespace Bot.Retrieval.Text;

/// <summary>Tells English, Simplified and Traditional Chinese apart by their characters.</summary>
public static class LanguageDetector
{
    /// <summary>
    /// Any Han character makes a text Chinese unless Latin words clearly outnumber them; a character written in one
    /// script only decides which. Text with neither is English.
    /// </summary>
    public static TextLanguage Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var han = 0;
        var words = 0;
        var traditional = 0;
        var simplified = 0;
        var inWord = false;
        foreach (var character in text)
        {
            var letter = char.IsAsciiLetter(character);
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && character is '\'' or '-');
            if (!Characters.IsHan(character))
            {
                continue;
            }
            han++;
            traditional += FoldingTable.Default.IsTraditionalOnly(character) ? 1 : 0;
            simplified += FoldingTable.Default.IsSimplifiedOnly(character) ? 1 : 0;
        }
        // An English sentence may quote a Chinese term, a Chinese one may be full of Latin names.
        if (han == 0 || (words >= 4 && words > han))
        {
            return TextLanguage.English;
        }
        return traditional > simplified ? TextLanguage.TraditionalChinese : TextLanguage.SimplifiedChinese;
    }
}
