using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Builders;

/// <summary>Writes Simplified text in Traditional characters, one for one: enough to test that both are read alike.</summary>
internal static class TraditionalScript
{
    private static readonly Dictionary<char, char> Characters = Load();

    public static string Of(string simplified) => string.Concat(simplified.Select(character => Characters.GetValueOrDefault(character, character)));

    public static string FullWidth(string text) =>
        string.Concat(text.Select(character => character is > ' ' and < '\u007F' ? (char)(character + 0xFEE0) : character));

    private static Dictionary<char, char> Load()
    {
        var characters = new Dictionary<char, char>();
        using var stream = typeof(TextFolder).Assembly.GetManifestResourceStream("Bot.Retrieval.Text.Data.folding-table.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // Compatibility forms aren't what anyone types.
            if (line.Length == 3 && line[1] == '\t' && line[0] is >= '\u4E00' and <= '\u9FFF')
            {
                characters.TryAdd(line[2], line[0]);
            }
        }
        return characters;
    }
}
