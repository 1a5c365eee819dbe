using Bot.Retrieval.Clauses;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Indexing;

/// <summary>
/// The codes that the documents are or name, and what else they are called. Immutable. Chinese doesn't show where a name
/// starts, so names are recognised as the longest known one that ends the words, and only where one may start: 教育法 isn't
/// found in 义务教育法.
/// </summary>
internal sealed class KnownCodes
{
    private const int ShortestName = 2;

    private static readonly CodeAlias[] StandardAliases =
    [
        new("民诉法", "民事诉讼法"), new("刑诉法", "刑事诉讼法"), new("行诉法", "行政诉讼法"), new("消法", "消费者权益保护法"),
        new("消保法", "消费者权益保护法"), new("治安管理法", "治安管理处罚法"), new("劳合法", "劳动合同法"), new("个保法", "个人信息保护法"),
        new("数安法", "数据安全法"), new("网安法", "网络安全法"), new("土地法", "土地管理法"), new("老年人法", "老年人权益保障法"),
        new("General Data Protection Regulation", "GDPR"), new("DSGVO", "GDPR"), new("RGPD", "GDPR"), new("Regulation (EU) 2016/679", "GDPR"),
        new("通用数据保护条例", "GDPR"), new("一般数据保护条例", "GDPR"),
    ];

    private static readonly string[] Jurisdictions = ["california ", "united states ", "us ", "eu ", "european union ", "uk ", "prc ", "new york ", "texas "];

    private static readonly string[] Continuations = ["实施", "解释", "司法解释", "若干", "有关", "适用", "修正案", "化"];

    private static readonly string[] Courts = ["最高人民法院最高人民检察院", "最高人民法院"];

    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, string> _keys;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    /// <param name="names">The name of each code by its key.</param>
    /// <param name="keys">The code's key by each name's.</param>
    internal KnownCodes(Dictionary<string, string> names, Dictionary<string, string> keys)
    {
        _names = names;
        _keys = keys;
        _lookup = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _keys.Keys.Select(key => key.Length).DefaultIfEmpty().Max();
    }

    internal IReadOnlyDictionary<string, string> Names => _names;

    internal IReadOnlyDictionary<string, string> Keys => _keys;

    /// <param name="codes">Keys and names as documents write them, the most telling first.</param>
    /// <param name="aliases">From the glossary.</param>
    public static KnownCodes From(IEnumerable<CodeMentionInText> codes, IEnumerable<CodeAlias> aliases)
    {
        var names = new Dictionary<string, string>();
        foreach (var code in codes.Where(code => code.Key.Length >= ShortestName))
        {
            names.TryAdd(code.Key, code.Name);
        }
        var keys = names.Keys.ToDictionary(key => key, key => key);
        foreach (var key in names.Keys)
        {
            AddShorter(keys, key);
        }
        AddAliases(keys, aliases);
        AddAliases(keys, StandardAliases);
        return new(names, keys);
    }

    /// <summary>Whether both answer alike, whatever they are asked.</summary>
    public bool IsSameAs(KnownCodes other) => AreSame(_names, other._names) && AreSame(_keys, other._keys);

    /// <summary>The key under which the documents have the code of this key, or null where they don't know it.</summary>
    public string? Find(string key) => _keys.GetValueOrDefault(key);

    /// <summary>The name as the documents write it, without 中华人民共和国.</summary>
    public string NameOf(string key) => _names.GetValueOrDefault(key, key);

    /// <summary>The longest known code whose name ends the words, or null.</summary>
    public string? EndingOf(string words)
    {
        var text = CodeKey.OfWords(words);
        for (var start = Math.Max(0, text.Length - _longest); start <= text.Length - ShortestName; start++)
        {
            if (_lookup.TryGetValue(text.AsSpan(start), out var key) && MayStart(text, start))
            {
                return key;
            }
        }
        return null;
    }

    /// <summary>Every known code that the words name.</summary>
    public HashSet<string> NamedIn(string words)
    {
        var found = new HashSet<string>();
        var text = CodeKey.OfWords(words);
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = Math.Min(_longest, text.Length - start); length >= ShortestName; length--)
            {
                if (_lookup.TryGetValue(text.AsSpan(start, length), out var key) && MayStart(text, start) && MayEnd(text, start + length))
                {
                    found.Add(key);
                    start += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    private static bool AreSame(Dictionary<string, string> left, Dictionary<string, string> right) =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value == entry.Value);

    private static bool MayStart(string text, int start) =>
        Characters.IsHan(text[start])
            ? start == 0 || !Characters.IsHan(text[start - 1]) || ChineseCodeNames.IsLead(text.AsSpan(0, start))
            : start == 0 || text[start - 1] == ' ' || Characters.IsHan(text[start - 1]);

    // 担保法 isn't named in 担保法解释.
    private static bool MayEnd(string text, int end) =>
        end == text.Length
        || (Characters.IsHan(text[end - 1])
            ? !Continuations.Any(word => text.AsSpan(end).StartsWith(word, StringComparison.Ordinal))
            : text[end] == ' ' || Characters.IsHan(text[end]));

    // 关于…的解释 without the court that gave it; "civil code" where only California's is known.
    private static void AddShorter(Dictionary<string, string> keys, string key)
    {
        foreach (var court in Courts)
        {
            if (key.StartsWith(court, StringComparison.Ordinal) && key.Length > court.Length + 4)
            {
                keys.TryAdd(key[court.Length..], key);
                return;
            }
        }
        foreach (var jurisdiction in Jurisdictions)
        {
            if (key.StartsWith(jurisdiction, StringComparison.Ordinal))
            {
                var shorter = key[jurisdiction.Length..];
                // Two of them: the short name says neither.
                if (!keys.TryAdd(shorter, key) && keys[shorter] != shorter)
                {
                    keys.Remove(shorter);
                }
            }
        }
    }

    private static void AddAliases(Dictionary<string, string> keys, IEnumerable<CodeAlias> aliases)
    {
        foreach (var (alias, name) in aliases)
        {
            var (aliasKey, nameKey) = (CodeKey.Of(alias), CodeKey.Of(name));
            if (aliasKey.Length < ShortestName || nameKey.Length < ShortestName)
            {
                continue;
            }
            if (keys.TryGetValue(nameKey, out var known))
            {
                keys.TryAdd(aliasKey, known);
            }
            else if (keys.TryGetValue(aliasKey, out known))
            {
                keys.TryAdd(nameKey, known);
            }
        }
    }
}
