using Bot.Retrieval.Text;

namespace Bot.Retrieval.Lexicon;

/// <summary>
/// A text as the number parsers read it: lower case, half-width, Simplified, one character for each of the source, so that
/// places stay the same.
/// </summary>
internal readonly struct QuantityText
{
    private readonly string _folded;
    private readonly string _source;

    private QuantityText(string folded, string source) => (_folded, _source) = (folded, source);

    public int Length => _folded.Length;

    /// <summary>The character, or NUL outside the text.</summary>
    public char this[int position] => (uint)position < (uint)_folded.Length ? _folded[position] : '\0';

    public static QuantityText From(string text) => new(string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            var character = source[i];
            folded[i] = character switch
            {
                >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
                '\u00A0' or '\u2009' or '\u202F' or '\u3000' => ' ',
                '\u2010' or '\u2011' => '-',
                '′' or '’' => '\'',
                '￥' or '￦' => '¥',
                < '\u0080' => char.ToLowerInvariant(character),
                _ => FoldingTable.Default.Fold(character),
            };
        }
    }), text);

    public bool At(int position, string text) => string.CompareOrdinal(_folded, position, text, 0, text.Length) == 0;

    public bool IsUpper(int position) => char.IsAsciiLetterUpper(_source[position]);

    /// <summary>The Latin word at a place; empty inside a word or where none starts.</summary>
    public ReadOnlySpan<char> WordAt(int position)
    {
        if (char.IsAsciiLetter(this[position - 1]) || !char.IsAsciiLetter(this[position]))
        {
            return default;
        }
        var end = position;
        while (char.IsAsciiLetter(this[end]))
        {
            end++;
        }
        return _folded.AsSpan(position..end);
    }

    /// <summary>Behind blanks, and at most one hyphen: "7-year", "7 years".</summary>
    public int SkipJoint(int position)
    {
        var start = position;
        while (this[position] == ' ')
        {
            position++;
        }
        if (this[position] == '-' && position == start && char.IsAsciiLetter(this[position + 1]))
        {
            position++;
        }
        return position;
    }

    public int SkipBlanks(int position)
    {
        while (this[position] == ' ')
        {
            position++;
        }
        return position;
    }

    /// <summary>A cheap look before the parsers are tried.</summary>
    public bool StartsQuantity(int position)
    {
        var character = this[position];
        return char.IsAsciiDigit(character)
            || ChineseNumerals.IsNumeral(character)
            || character is '第' or '半' or '$' or '€' or '£' or '¥'
            || (char.IsAsciiLetter(character) && !char.IsAsciiLetterOrDigit(this[position - 1]) && IsStarter(position));
    }

    private bool IsStarter(int position)
    {
        var word = WordAt(position);
        return this[position + word.Length] == '$'
            || word is "half" or "once" or "twice" or "thrice" or "usd" or "eur" or "gbp" or "rmb" or "cny"
            || CalendarDates.StartsLikeMonth(word)
            || EnglishNumerals.IsNumberWord(word);
    }
}
