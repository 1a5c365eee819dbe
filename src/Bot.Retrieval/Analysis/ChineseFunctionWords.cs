using Bot.Retrieval.Text;

namespace Bot.Retrieval.Analysis;

/// <summary>Marks the characters of a Chinese question that ask, or carry its grammar, apart from those of its subject.</summary>
internal static class ChineseFunctionWords
{
    // Longest first, so that 是什么时候 isn't taken apart.
    private static readonly string[] Interrogatives =
        ("请问一下 怎么看待 怎样看待 如何看待 如何评价 怎么评价 什么时候 是怎么样 怎么处理 为什么 怎么样 怎么办 怎么看 怎样看 如何看 怎么想 怎么说 是不是 有没有 能不能 可不可以 会不会 要不要 行不行 什么样 哪一年 哪一个 哪一种 "
        + "请问 什么 甚么 多少 哪些 哪个 哪里 哪儿 哪年 哪一 哪位 哪种 哪家 哪座 怎么 怎样 如何 为何 为啥 咋办 是否 能否 可否 "
        + "何时 何地 何处 何人 何种 几个 几次 几年 多大 多长 多久 多高 多重 多远 哪 谁 何 吗 呢 几")
        .Split(' ');

    private const string Particles = "我你您能可会要应需让把将则就还又呀的了是在和与于被由有为其该这那它他她们吧啊么之以也都而及或对";

    // Grammar where they stand alone, and part of many words: 使用, 来源.
    private const string Coverbs = "用来去给向从到比因";

    /// <summary>Whether a character that is a word by itself carries grammar only.</summary>
    public static bool IsGrammar(char folded) => Particles.Contains(folded) || Coverbs.Contains(folded);

    /// <summary>One value for each character of a folded question.</summary>
    public static CharacterRole[] Mark(string folded)
    {
        var roles = new CharacterRole[folded.Length];
        Mark(folded, roles);
        return roles;
    }

    /// <param name="folded">The question.</param>
    /// <param name="roles">Takes one value for each character.</param>
    public static void Mark(string folded, Span<CharacterRole> roles)
    {
        // All are the subject's, which is the first of the roles, until something else is found.
        roles.Clear();
        foreach (var word in Interrogatives)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                roles.Slice(at, word.Length).Fill(CharacterRole.Interrogative);
            }
        }
        for (var i = 0; i < folded.Length; i++)
        {
            if (roles[i] == CharacterRole.Subject && Characters.IsHan(folded[i]) && Particles.Contains(folded[i]))
            {
                roles[i] = CharacterRole.Particle;
            }
        }
    }
}

/// <summary>What a character of a question is there for.</summary>
internal enum CharacterRole : byte
{
    /// <summary>Part of what is asked about.</summary>
    Subject,

    /// <summary>的, 是, 在: grammar, where it stands alone; the same character may be part of a word (应用, 有关).</summary>
    Particle,

    /// <summary>什么, 多少, 谁: what makes it a question.</summary>
    Interrogative,
}
