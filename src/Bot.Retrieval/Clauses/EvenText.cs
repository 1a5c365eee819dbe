using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>
/// Evens out width, dashes, spaces, brackets and Traditional characters, one character to one, so that offsets stay
/// those of the source. Case is kept: <c>(A)</c> and <c>(a)</c> are different clauses.
/// </summary>
internal static class EvenText
{
    private static readonly char[] Table = BuildTable();

    public static string Of(string text)
    {
        var first = FirstUneven(text);
        return first < 0
            ? text
            : string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = Table[source[i]];
                }
            });
    }

    private static int FirstUneven(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Table[text[i]] != text[i])
            {
                return i;
            }
        }
        return -1;
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var character = (char)i;
            table[i] = character switch
            {
                >= '\uFF01' and <= '\uFF5D' => (char)(i - 0xFEE0),
                '\u00A0' or '\u2002' or '\u2003' or '\u2007' or '\u2009' or '\u200A' or '\u202F' or '\u3000' or '\t' => ' ',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '~' or '\uFF5E' or '\u301C' => '-',
                '〈' or '〈' or '«' => '《',
                '〉' or '〉' or '»' => '》',
                '﹙' => '(',
                '﹚' => ')',
                '’' or '‘' => '\'',
                '\r' => '\n',
                _ when Characters.IsHan(character) => FoldingTable.Default.Fold(character),
                _ => character,
            };
        }
        return table;
    }
}
