namespace Bot.Retrieval.Text;

/// <summary>Classes of characters that several parts ask for.</summary>
public static class Characters
{
    /// <summary>Han in the basic plane: the unified block, extension A, compatibility forms, and the zero 〇.</summary>
    public static bool IsHan(char character) =>
        character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '〇';

    /// <summary>A letter of an alphabet, or a digit: what Latin words and numbers are made of.</summary>
    public static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) && !IsHan(character);
}
