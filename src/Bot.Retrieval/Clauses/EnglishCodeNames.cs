namespace Bot.Retrieval.Clauses;

/// <summary>Words that make up English names of codes, and words that don't.</summary>
internal static class EnglishCodeNames
{
    private static readonly HashSet<string> Kinds = Set(
        "code", "act", "regulation", "regulations", "constitution", "const.", "law", "bill", "treaty", "convention", "charter", "directive",
        "statute", "statutes", "ordinance", "rules", "protocol", "covenant", "decree", "code.");

    private static readonly HashSet<string> Acronyms = Set(
        "gdpr", "dsgvo", "rgpd", "ccpa", "cpra", "hipaa", "ferpa", "coppa", "tfeu", "teu", "echr", "bgb", "stgb", "hgb", "zpo", "stpo",
        "bdsg", "ucc", "dmca", "fcra", "ftca", "udhr", "iccpr", "uncrc", "glba", "flsa", "fmla", "erisa", "nepa", "frcp", "unclos",
        "vwvfg", "uwg", "aktg", "gmbhg", "inso", "urhg", "estg", "ustg");

    private static readonly HashSet<string> Connectors = Set("of", "the", "on", "and", "for", "in", "to", "&", "against", "by", "with");

    private static readonly HashSet<string> Stops = Set(
        "under", "the", "in", "see", "what", "does", "do", "did", "per", "and", "of", "by", "is", "are", "was", "section", "sections", "article",
        "articles", "which", "how", "where", "when", "why", "who", "can", "should", "must", "would", "has", "have", "if", "for", "to", "from",
        "with", "according", "tell", "show", "explain", "read", "about", "me", "us", "at", "or", "as", "a", "an", "any", "on", "says", "say",
        "look", "up", "find", "lookup", "please", "cite", "cited", "citing", "violates", "violate", "violating", "but", "also", "because", "it",
        "i", "we", "you", "my", "our", "your", "their", "its", "federal", "both", "mentions", "discuss", "discusses", "quote", "give", "get",
        "open", "hi", "hello", "hey", "not", "that", "this", "these", "those", "such", "said", "same", "new", "present", "proposed", "entire",
        "current", "draft", "whole", "clause", "rule", "subsection", "paragraph", "sec.", "art.", "like", "than", "into", "unless", "pursuant");

    public static bool IsKind(ReadOnlySpan<char> word) => Has(Kinds, word);

    public static bool IsAcronym(ReadOnlySpan<char> word) => Has(Acronyms, word);

    public static bool IsConnector(ReadOnlySpan<char> word) => Has(Connectors, word);

    public static bool IsStop(ReadOnlySpan<char> word) => Has(Stops, word);

    private static bool Has(HashSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static HashSet<string> Set(params string[] words) => words.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
