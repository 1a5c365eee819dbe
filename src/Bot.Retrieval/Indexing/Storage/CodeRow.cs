using Bot.Retrieval.Clauses;

namespace Bot.Retrieval.Indexing.Storage;

/// <summary>What a key of codes leads to: a name, or the key under which the code is known.</summary>
/// <param name="Key">Number of a string.</param>
/// <param name="Value">Number of a string.</param>
internal readonly record struct CodeRow(int Key, int Value)
{
    public static CodeRow Of(CodeMentionInText code, StringPool strings) => new(strings.Add(code.Key), strings.Add(code.Name));

    public CodeMentionInText ToCode(StoredStrings strings) => new(strings[Key], strings[Value]);
}
