using System.Text;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Clauses;

/// <summary>
/// The form in which names of codes are compared: folded, without 中华人民共和国, brackets, punctuation and small words;
/// a bill's number alone where the name has one.
/// </summary>
public static class CodeKey
{
    private const int LongestAmendment = 18;

    private static readonly string[] Amendments = ["修正", "修订", "修改", "试行", "草案", "年", "版"];

    private static readonly HashSet<string> SmallWords = new[] { "the", "of", "and", "a", "an", "s" }.ToHashSet();

    private static readonly Dictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["cal"] = "california",
        ["calif"] = "california",
        ["civ"] = "civil",
        ["proc"] = "procedure",
        ["crim"] = "criminal",
        ["pen"] = "penal",
        ["bus"] = "business",
        ["prof"] = "professions",
        ["gov"] = "government",
        ["govt"] = "government",
        ["veh"] = "vehicle",
        ["fam"] = "family",
        ["lab"] = "labor",
        ["corp"] = "corporations",
        ["evid"] = "evidence",
        ["prob"] = "probate",
        ["welf"] = "welfare",
        ["inst"] = "institutions",
        ["educ"] = "education",
        ["const"] = "constitution",
        ["usca"] = "usc",
    };

    /// <summary>The key of a name; empty where nothing is left of it.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = Folded(name).Replace("中华人民共和国", "", StringComparison.Ordinal);
        if (BillId.In(folded) is { } bill)
        {
            return bill;
        }
        return Join(Words(WithoutAmendment(folded)));
    }

    /// <summary>The same form of running words, in whose end a name may stand.</summary>
    internal static string OfWords(string words)
    {
        var folded = Folded(words).Replace("中华人民共和国", "", StringComparison.Ordinal);
        return Join(Words(WithoutAmendment(folded)));
    }

    // Character by character: folding wording too would make 執行 another word than 执行, and a code's name is a name.
    private static string Folded(string text) => EvenText.Of(text).ToLowerInvariant();

    // Words of letters and digits, runs of Han; dots and apostrophes inside a word vanish, so that U.S.C. is USC.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var han = false;
        void Close()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
            {
                // 《 and （ stand inside one Chinese name.
                if (!(han && IsBracket(character)) && character is not ('.' or '\''))
                {
                    Close();
                }
                continue;
            }
            if (word.Length > 0 && Characters.IsHan(character) != han)
            {
                Close();
            }
            han = Characters.IsHan(character);
            word.Append(character);
        }
        Close();
        return words;
    }

    private static string Join(List<string> words)
    {
        var key = new StringBuilder();
        var afterLatin = false;
        foreach (var word in words)
        {
            if (SmallWords.Contains(word))
            {
                continue;
            }
            var latin = !Characters.IsHan(word[0]);
            if (latin && afterLatin)
            {
                key.Append(' ');
            }
            key.Append(Abbreviations.GetValueOrDefault(word, word));
            afterLatin = latin;
        }
        return key.ToString();
    }

    private static bool IsBracket(char character) => character is '(' or ')' or '《' or '》' or '〈' or '〉' or '<' or '>' or '"' or '“' or '”';

    // （2012年修正）, （试行）: the same code. （一） is another.
    private static string WithoutAmendment(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0 && open < text.Length; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
            {
                break;
            }
            if (close - open <= LongestAmendment && Amendments.Any(word => text.AsSpan(open, close - open).Contains(word, StringComparison.Ordinal)))
            {
                text = text.Remove(open, close - open + 1);
                open--;
            }
        }
        return text;
    }
}
