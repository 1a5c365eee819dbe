using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Retrieval.Analysis;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Finds the names in a sentence: the glossary's, Latin words in capitals or among Chinese, letters with digits, and what
/// the dictionary has as a name or can't read. Rather a name too many than one too few: what is no name is in the quoted
/// words most of the time.
/// </summary>
internal sealed partial class NameFinder(BilingualLexicon lexicon, NameMatcher matcher, Glossary glossary)
{
    private const int MatchTimeoutMilliseconds = 1000;
    private const int LongestPhrase = 5;
    private const int MostTranslations = 12;
    private const int LeastUnknown = 3;
    private const int LongestPerson = 4;

    private static readonly SearchValues<char> Openers = SearchValues.Create(" \"“‘(—-…");

    public List<NamedThing> Find(string sentence, IReadOnlyList<TextSpan> elsewhere)
    {
        var folded = TextFolder.Fold(sentence);
        var names = new List<NamedThing>();
        var taken = elsewhere.ToList();
        foreach (var match in glossary.FindAll(folded.Text))
        {
            var span = folded.ToSource(match.Span);
            if (IsName(match.Group))
            {
                names.Add(new(span.In(sentence).ToString(), [.. match.Group.Terms.Select(Glossary.Fold)], []));
            }
            taken.Add(span);
        }
        foreach (var (text, span) in Identifiers.Find(sentence).Where(found => !taken.Exists(other => other.Overlaps(found.Span))).ToList())
        {
            names.Add(new(span.In(sentence).ToString(), [text], []));
            taken.Add(span);
        }
        AddLatin(sentence, taken, names);
        AddHan(sentence, folded, taken, names);
        return names;
    }

    // A group of names has no term in lower case: [Meta, 脸书] but not [bill, 法案].
    private static bool IsName(GlossaryGroup group)
    {
        var latin = group.Terms.Where(term => term.Any(char.IsAsciiLetter) && !term.Any(Characters.IsHan)).ToList();
        return latin.Count > 0
            && latin.TrueForAll(term => term.Any(char.IsUpper))
            && latin[0].Split(' ', '-').Where(word => word.Length > 3).All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]));
    }

    private void AddLatin(string sentence, List<TextSpan> taken, List<NamedThing> names)
    {
        var words = Word().Matches(sentence).Select(match => new TextSpan(match.Index, match.Length)).ToList();
        var isChinese = sentence.Any(Characters.IsHan);
        for (var i = 0; i < words.Count;)
        {
            var length = 0;
            while (i + length < words.Count && length < LongestPhrase && IsName(sentence, words, i + length, isChinese, taken) && (length == 0 || IsJoined(sentence, words[i + length - 1], words[i + length])))
            {
                length++;
            }
            if (length > 0)
            {
                AddPhrase([.. words.Skip(i).Take(length).Select(word => word.In(sentence).ToString())], names);
            }
            i += Math.Max(1, length);
        }
    }

    private bool IsName(string sentence, List<TextSpan> words, int number, bool isChinese, List<TextSpan> taken)
    {
        var span = words[number];
        var word = span.In(sentence);
        if (taken.Exists(other => other.Overlaps(span)) || EnglishStopWords.Contains(EnglishStemmer.Stem(word.ToString().ToLowerInvariant())))
        {
            return false;
        }
        // An initial names nobody: E.I. du Pont, U.S. and US.
        if (isChinese || word.Length == 1)
        {
            return word.Length > 1;
        }
        // The first word has a capital anyway; it is a name where no dictionary has it in lower case.
        return char.IsUpper(word[0])
            && (!StartsSentence(sentence, span.Start) || word[1..].ContainsAnyInRange('A', 'Z') || IsNameOnly(word.ToString()) || (number + 1 < words.Count && char.IsUpper(sentence[words[number + 1].Start]) && IsJoined(sentence, span, words[number + 1])));
    }

    private static bool StartsSentence(string sentence, int position) => !sentence.AsSpan(0, position).ContainsAnyExcept(Openers);

    private bool IsNameOnly(string word)
    {
        var split = EnglishWords.Split(word);
        return split.Count > 0 && lexicon.TranslateEnglish([.. split]) is var translations && translations.All(translation => translation.Traits.HasFlag(TranslationTraits.Name));
    }

    private void AddPhrase(string[] words, List<NamedThing> names)
    {
        var whole = string.Join(' ', words);
        var split = EnglishWords.Split(whole).ToArray();
        var keys = matcher.FindLatinNames(whole).SelectMany(name => name.Keys).ToImmutableArray();
        var translations = Translations(split);
        if (words.Length == 1 || keys.Length > 0 || !translations.IsEmpty)
        {
            names.Add(new(whole, [TextFolder.FoldToString(whole), .. translations], keys));
            return;
        }
        // Each word by itself: Scott Wiener is there where both are.
        foreach (var word in words)
        {
            names.Add(new(word, [TextFolder.FoldToString(word), .. Translations([.. EnglishWords.Split(word)])], []));
        }
    }

    private ImmutableArray<string> Translations(string[] words) =>
        words.Length == 0 ? [] : [.. lexicon.TranslateEnglish(words).Take(MostTranslations).Select(translation => translation.Text).Where(text => text.Length > 1)];

    private static bool IsJoined(string sentence, TextSpan one, TextSpan next) => sentence.AsSpan(one.End, next.Start - one.End) is " " or "-" or "·" or " - " or "." or ". ";

    private void AddHan(string sentence, FoldedText folded, List<TextSpan> taken, List<NamedThing> names)
    {
        var text = folded.Text;
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (Characters.IsHan(text[end]) || (text[end] == '·' && end > start)) && !IsTaken(folded, end, taken))
            {
                end++;
            }
            if (end > start)
            {
                AddRun(sentence, folded, start, end, names);
                start = end;
            }
        }
    }

    private static bool IsTaken(FoldedText folded, int position, List<TextSpan> taken) => taken.Exists(span => span.Contains(folded.Origins[position]));

    private void AddRun(string sentence, FoldedText folded, int start, int end, List<NamedThing> names)
    {
        var run = folded.Text[start..end];
        var words = lexicon.Segment(run);
        for (var i = 0; i < words.Length;)
        {
            var word = words[i].In(run);
            var length = Math.Max(UnknownLength(run, words, i), PersonLength(run, words, i));
            if (length >= LeastUnknown || (length == 2 && matcher.KeysOfHanName(run.AsSpan(words[i].Start, 2)).Count > 0))
            {
                var name = run.Substring(words[i].Start, length);
                Add(name, name.Length <= LongestPerson ? matcher.KeysOfHanName(name) : []);
                for (var behind = words[i].Start + length; i < words.Length && words[i].Start < behind;)
                {
                    i++;
                }
            }
            else
            {
                if (word.Length > 1 && lexicon.Translate(word) is [var likeliest, ..] translations && likeliest.Traits.HasFlag(TranslationTraits.Name))
                {
                    var name = word.ToString();
                    Add(name, matcher.KeysOfHanName(name), [.. translations.Where(translation => translation.Traits.HasFlag(TranslationTraits.Name)).Select(translation => translation.Text)]);
                }
                i++;
            }

            void Add(string name, IReadOnlyCollection<string> keys, params ImmutableArray<string> translations) =>
                names.Add(new(folded.ToSource(new(start + words[i].Start, name.Length)).In(sentence).ToString(), [name, .. translations], [.. keys]));
        }
    }

    // Characters in a row that are no words and no grammar: a name that the dictionary lacks falls apart into them.
    private static int UnknownLength(string run, ImmutableArray<TextSpan> words, int first)
    {
        var length = 0;
        while (first + length < words.Length && words[first + length].Length == 1 && IsContent(run[words[first + length].Start]))
        {
            length++;
        }
        return length;
    }

    // 王建国: a surname that is hardly ever a word, and a given name that may be one.
    private static int PersonLength(string run, ImmutableArray<TextSpan> words, int first) =>
        words[first].Length == 1 && Surnames.Contains(run[words[first].Start]) && first + 1 < words.Length && (words[first + 1].Length == 2 || (words[first + 1].Length == 1 && IsContent(run[words[first + 1].Start])))
            ? 1 + words[first + 1].Length
            : 0;

    private static bool IsContent(char character) => character == '·' || (!ChineseFunctionWords.IsGrammar(character) && !Grammar.Contains(character));

    private const string Surnames =
        "王李张刘陈杨赵周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟雷汤尹黎乔贺赖龚";

    // Verbs and adverbs of one character that stand beside words all the time.
    private const string Grammar = "不没无未很更最较太极曾已正才只仅都总再各每某两几多少大小高低新旧前后上下内外中间时年月日次个位名条项款种类家所间座件部本份张台辆双等者性化式型率量数度值做作使令叫称说讲问答写看想知见听给拿放打开关出入进回来去起过到达成变为当任受获得失买卖收付建立设定制订改变增减超越越像如若虽但且并或即便能可必须须应该想愿敢肯让请求由自因据按照依靠凭离距近远于同跟给替代指将被把比除零一二三四五六七八九十百千万亿元角分吨米岁";

    [GeneratedRegex(@"[\p{L}-[\p{IsCJKUnifiedIdeographs}]][\p{L}\p{M}0-9'’-[\p{IsCJKUnifiedIdeographs}]]*", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Word();
}
