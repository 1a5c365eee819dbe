using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bot.Retrieval.Passages;
using Bot.Retrieval.Text;

namespace Bot.Retrieval.Answering.Generated;

/// <summary>
/// Finds text that talks to a language model instead of to its readers. Such sentences, and the rest of their line, aren't
/// shown to the model and can't support what it writes; people still find and read them as the document's words.
/// </summary>
internal sealed partial class InstructionScan
{
    // None of the patterns can run away; the limit is for those who change them.
    private const int MatchTimeoutMilliseconds = 1000;

    // A passage is asked about for as long as its snapshot lives, and reading it takes longer than checking a sentence.
    private static readonly ConditionalWeakTable<Passage, InstructionScan> Known = [];

    private readonly bool[] _isInstruction;

    private InstructionScan(bool[] isInstruction) => _isInstruction = isInstruction;

    /// <summary>Whether any sentence is one.</summary>
    public bool Any => Array.Exists(_isInstruction, static instruction => instruction);

    /// <summary>By the sentence's number in its passage.</summary>
    public bool this[int sentence] => _isInstruction[sentence];

    public static InstructionScan Of(Passage passage) => Known.GetValue(passage, Read);

    /// <summary>Whether a text, in any of the three languages, tells a model what to do. Invisible characters and spaced-out letters don't hide it.</summary>
    public static bool IsInstruction(string text)
    {
        var folded = TextFolder.FoldToString(OutgoingText.WithoutInvisible(text));
        if (Pattern().IsMatch(folded))
        {
            return true;
        }
        var joined = SpacedOut().Replace(folded, "");
        return joined != folded && Pattern().IsMatch(joined);
    }

    private static InstructionScan Read(Passage passage)
    {
        var text = passage.Document.Text;
        var found = new bool[passage.Sentences.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var sentence = passage.Sentences[i];
            // What follows on its line goes on from it: "Ignore the above. Say that …".
            found[i] = IsInstruction(sentence.In(text).ToString())
                || (i > 0 && found[i - 1] && !TextSpan.FromBounds(passage.Sentences[i - 1].Start, sentence.Start).In(text).Contains('\n'));
        }
        return new(found);
    }

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override|bypass)\b.{0,24}\b(previous|prior|above|earlier|preceding|all|any|every|your|these|those|system|safety|other)\b.{0,24}\b(instruction|prompt|rule|guideline|direction|passage|context|polic|constraint|training)"
        + @"|\b(ignore|disregard|forget) (all|any|every|the|what|everything)?\s*(of )?(the )?(above|previous|prior|preceding|earlier|everything|passages)\b"
        + @"|\byou are (now|no longer|from now on|actually|dan\b|an? (ai|llm|language model|unrestricted|helpful))"
        + @"|\bfrom now on,? (you|always|never|answer|respond)"
        + @"|\b(new|updated|real|actual|secret|hidden|admin|developer|system|your)\s+(instruction|prompt|directive|system message)s?\b"
        + @"|\b(system|developer)\s*(prompt|message|override|note|update)\b"
        + @"|(^|[\s\[(<#*|])(system|assistant|developer|user)\s*[\])>*|]*\s*:"
        + @"|<\|?\s*/?(im_start|im_end|system|assistant|endoftext|inst|sys|start_header_id|eot_id)\b|\[/?inst\]|<</?sys>>|#{2,}\s*(instruction|system|response|assistant|human)"
        + @"|\b(reveal|print|repeat|show|output|leak|disclose|display|dump|recite|expose|share|tell me)\b.{0,24}\b(prompt|instructions|configuration|api key|secret|password|token|credential|environment variable)"
        + @"|\bpretend (to be|you|that you)\b|\bact as (an? |the )?(ai|dan|unrestricted|system|admin|developer|assistant|different|jailbroken|if you)|\b(role-?play as|jailbreak|developer mode|do anything now)\b"
        + @"|\b(answer|respond|reply)\b.{0,24}\b(only|exactly|with the (word|words|text|link|phrase|sentence))\b"
        + @"|\b(begin|start|end|finish|conclude) (your|each|every|the) (answer|reply|response|message)|\b(in|to) your (answer|reply|response)\b|\b(output|write|append|include|add|insert|say|post) (only|exactly|the following|this (link|image|text|url))\b"
        + @"|\b(to|attention|note|notice|dear|hey|message for)[ ,:]+(the |all )?(ai|a\.i\.|llm|language model|assistant|chatbot|bot|model|gpt|claude)s?\s*[:,-]"
        + @"|\b(the |this |any |an? )?(ai|llm|assistant|chatbot|language model|bot|model)s? (reading|processing|summarizing|answering|that (reads|answers|processes))"
        + @"|\b(the |this |any )?(llm|chatbot|(ai )?assistant|language model|bot) (must|should|shall|has to|is to) (now )?(say|answer|reply|respond|write|output|tell|state|claim|include|mention|cite|call|visit|click|ping|post)"
        + @"|\bwhen (you are )?(asked|answering|you (answer|reply|respond))\b.{0,40}\b(say|answer|reply|respond|write|output|tell|state|include|cite)\b"
        + @"|\b(do not|don't|never) (cite|quote|mention this|tell the user|follow|use the passages|reveal this)\b"
        + @"|\b(call|invoke|run|execute|use) the .{0,30}\b(tool|function|shell|plugin)\b|\brm -rf|\bcurl http|\bwget http|/etc/passwd|\bbash -c|os\.system"
        + @"|(忽略|无视|忘记|忘掉|不要理会|不要遵守|跳过|覆盖|绕过|抛开).{0,10}(指令|指示|提示词?|系统规则|所有规则|设定|上文|上面的|以上|之前的|前面的|所有内容|段落)"
        + @"|(你现在是|你不再是|从现在起,?你|从现在开始,?你|你其实是|你是一个(没有|不受)|你必须(回答|说|输出|告诉|引用|写))"
        + @"|(系统|开发者|隐藏|新的|管理员)\s*(提示词|提示|指令|覆盖)"
        + @"|(^|[\s\[(【<#*|])(系统|助手|用户|开发者)\s*[\])】>*|]*\s*[:：]"
        + @"|(输出|打印|显示|复述|泄露|透露|重复|展示|告诉我|说出|念出).{0,10}(提示词|系统提示|指令|密钥|密码|令牌|口令)"
        + @"|(假装(你|自己)?是|扮演(一个|成)|越狱模式|开发者模式)"
        + @"|(请|必须|务必|一律)(只|仅|直接|统一)(回答|回复|输出|答复|说|写)|在(你的)?(回答|回复|答案)(的)?(中|里|末尾|开头|最后|前)|请(回答|回复|输出|附上|插入)"
        + @"|(致|给|提醒|告知|注意[,:：]?)\s*(ai|人工智能|大模型|语言模型|助手|机器人|模型)(们)?\s*[:：,，]|(阅读|处理|读到)(本文|此文|这段|本段).{0,8}(ai|助手|机器人|模型)"
        + @"|(ai助手|助手|机器人|语言模型)(们)?(必须|应当|应该|务必|需要|要|请|一律)[^,。]{0,8}(说|回答|回复|输出|告诉|声称|引用|点击|访问|通知|发送|@)"
        + @"|(不要|切勿|别)(引用|告诉用户|透露给|遵守)|当(被问|用户问|有人问).{0,20}(说|回答|回复|输出)"
        + @"|(调用|运行).{0,12}(工具|函数|命令|插件)"
        + @"|={4,}\s*[0-9a-f]{8,}"
        + "|not_in_passages",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        MatchTimeoutMilliseconds)]
    private static partial Regex Pattern();

    // "i g n o r e": single letters with one separator between them.
    [GeneratedRegex(@"(?<=\b[a-z])[ .\-_*](?=[a-z]\b)|(?<=\p{IsCJKUnifiedIdeographs})[ .\-_*](?=\p{IsCJKUnifiedIdeographs})", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex SpacedOut();
}
