using Bot.Retrieval.Text;

namespace Bot.Retrieval.Tests.Text;

public sealed class SentenceSplitterTests
{
    // Sentences are parted by | in the expectation; a line break inside one is written /.
    [Theory]
    [InlineData("承包期内，发包方不得收回承包地。国家保护承包经营权。", "承包期内，发包方不得收回承包地。|国家保护承包经营权。")]
    [InlineData("真的吗？是的！好……", "真的吗？|是的！|好……")]
    [InlineData("他……走了。", "他……走了。")]
    [InlineData("什么？！真的。", "什么？！|真的。")]
    [InlineData("開發者須報告事故。「前沿模型」是指什麼？", "開發者須報告事故。|「前沿模型」是指什麼？")]
    [InlineData("没有句号", "没有句号")]
    public void Chinese_sentences_end_with_their_marks(string text, string expected) => AssertSentences(expected, text);

    [Theory]
    [InlineData("他说：“走吧。”然后离开了。", "他说：“走吧。”|然后离开了。")]
    [InlineData("他说：“走吧。”，然后离开了。", "他说：“走吧。”，然后离开了。")]
    [InlineData("他提出“为什么？”的问题。", "他提出“为什么？”的问题。")]
    [InlineData("“什么？”他问道。后来走了。", "“什么？”他问道。|后来走了。")]
    [InlineData("“現在方便多了!”打開小程序。", "“現在方便多了!”|打開小程序。")]
    [InlineData("他說「好。」他們走了。", "他說「好。」他們走了。")]
    [InlineData("《你好，之华？》是一部电影。", "《你好，之华？》是一部电影。")]
    [InlineData("他来了（真的！）就走。", "他来了（真的！）就走。")]
    [InlineData("他来了。（见第三条。）下一句。", "他来了。|（见第三条。）|下一句。")]
    [InlineData("“中国，我来啦！”、“美丽”是题目。", "“中国，我来啦！”、“美丽”是题目。")]
    public void Quotations_and_brackets_stay_with_their_sentence(string text, string expected) => AssertSentences(expected, text);

    [Theory]
    [InlineData("包括下列内容：（一）基本信息；（二）行程；（三）其他。", "包括下列内容：|（一）基本信息；|（二）行程；|（三）其他。")]
    [InlineData("包括：①甲；②乙。", "包括：|①甲；|②乙。")]
    [InlineData("包括：\n（一）基本信息；\n（二）行程。", "包括：|（一）基本信息；|（二）行程。")]
    [InlineData("人民法院不予支持；但是另有约定的除外。", "人民法院不予支持；但是另有约定的除外。")]
    [InlineData("依照第三条第（二）项处理。", "依照第三条第（二）项处理。")]
    public void Items_of_a_clause_are_sentences_and_halves_of_a_sentence_are_not(string text, string expected) => AssertSentences(expected, text);

    [Fact]
    public void A_semicolon_ends_a_sentence_that_is_already_long()
    {
        var half = new string('法', 90);

        AssertSentences($"{half}；|{half}。", $"{half}；{half}。");
    }

    [Theory]
    [InlineData("他来了.我走了.", "他来了.|我走了.")]
    [InlineData("太好了!我们走.", "太好了!|我们走.")]
    [InlineData("达到3.14万元,增长2.3%。", "达到3.14万元,增长2.3%。")]
    [InlineData("附件1.申请表", "附件1.申请表")]
    [InlineData("作者是J.K.罗琳。", "作者是J.K.罗琳。")]
    [InlineData("圣若望．玛达的雕像。", "圣若望．玛达的雕像。")]
    [InlineData("Yahoo!奇摩是网站。", "Yahoo!奇摩是网站。")]
    [InlineData("这是Meta.他们不同意.", "这是Meta.|他们不同意.")]
    [InlineData("见_index.md文件。请看README.md。", "见_index.md文件。|请看README.md。")]
    public void Latin_marks_inside_Chinese_end_sentences_only_where_Chinese_ones_would(string text, string expected) => AssertSentences(expected, text);

    [Theory]
    [InlineData("Developers must report. They may not wait! Why? Because.", "Developers must report.|They may not wait!|Why?|Because.")]
    [InlineData("Under Sec. 22603 of the bill, it applies. See Sec. 5.", "Under Sec. 22603 of the bill, it applies.|See Sec. 5.")]
    [InlineData("See 17 U.S.C. § 107 and 17 U.S.C. 107(1). It is fair.", "See 17 U.S.C. § 107 and 17 U.S.C. 107(1).|It is fair.")]
    [InlineData("Art. 5 and No. 7 apply. The answer is no. We refuse.", "Art. 5 and No. 7 apply.|The answer is no.|We refuse.")]
    [InlineData("Apple Inc. Stores opened. He sued Apple Inc. The court agreed.", "Apple Inc. Stores opened.|He sued Apple Inc.|The court agreed.")]
    [InlineData("Use tools, e.g. GitLab, i.e. Git. Then stop.", "Use tools, e.g. GitLab, i.e. Git.|Then stop.")]
    [InlineData("In Roe v. Wade it held so. Mr. Smith and Dr. Jones agreed.", "In Roe v. Wade it held so.|Mr. Smith and Dr. Jones agreed.")]
    [InlineData("He lives in St. Louis. On Jan. 3 he left.", "He lives in St. Louis.|On Jan. 3 he left.")]
    [InlineData("She has a Ph.D. The degree is hers. J. K. Rowling wrote it.", "She has a Ph.D.|The degree is hers.|J. K. Rowling wrote it.")]
    [InlineData("It grew 3.14 percent in 1999. Section 12.3.4 says so. Version 2.0.1 is out.", "It grew 3.14 percent in 1999.|Section 12.3.4 says so.|Version 2.0.1 is out.")]
    [InlineData("He lived in the U.S. He died in the U.S. Army.", "He lived in the U.S.|He died in the U.S. Army.")]
    [InlineData("See https://example.com/a.b?c=d!e. Edit `_index.md` first.", "See https://example.com/a.b?c=d!e.|Edit `_index.md` first.")]
    [InlineData("Well... maybe. I wonder... Then he left.", "Well... maybe.|I wonder...|Then he left.")]
    [InlineData("Plan B. The rest follows. iPhone sales rose.", "Plan B.|The rest follows. iPhone sales rose.")]
    [InlineData("It is true.[12] Another follows.", "It is true.[12]|Another follows.")]
    [InlineData("Smith et al. (2020) agree. So do we.", "Smith et al. (2020) agree.|So do we.")]
    [InlineData("Open at 9 a.m. on weekdays. Closed at 5 p.m. The door locks.", "Open at 9 a.m. on weekdays.|Closed at 5 p.m.|The door locks.")]
    public void English_abbreviations_and_numbers_do_not_end_sentences(string text, string expected) => AssertSentences(expected, text);

    [Theory]
    [InlineData("\"Are you sure?\" he asked. \"Yes.\"", "\"Are you sure?\" he asked.|\"Yes.\"")]
    [InlineData("He said \"stop.\" Then he left.", "He said \"stop.\"|Then he left.")]
    [InlineData("“Go now. Run!” he cried. They ran.", "“Go now. Run!” he cried.|They ran.")]
    [InlineData("It ended (see Sec. 5. It is long). More.", "It ended (see Sec. 5. It is long).|More.")]
    [InlineData("**Note.** Do it. *Why?* Because.", "**Note.**|Do it.|*Why?*|Because.")]
    public void English_quotations_stay_with_their_sentence(string text, string expected) => AssertSentences(expected, text);

    [Theory]
    [InlineData("1. Open the file. Save it.\n2. Close it.", "1. Open the file.|Save it.|2. Close it.")]
    [InlineData("- first item\n- second item\n* third", "- first item|- second item|* third")]
    [InlineData("(a) A developer shall report.\n(b) The Attorney General may sue.", "(a) A developer shall report.|(b) The Attorney General may sue.")]
    [InlineData("1. Do this. 2. Do that.", "1. Do this.|2. Do that.")]
    [InlineData("12.3.4. Scope\n12.3.5. Terms", "12.3.4. Scope|12.3.5. Terms")]
    [InlineData("一、总则\n二、分则", "一、总则|二、分则")]
    [InlineData("1.\nOpen the file.", "1./Open the file.")]
    [InlineData("# Heading\nText under it.", "# Heading|Text under it.")]
    [InlineData("| a | b |\n|---|---|\n| c. D. E | f |", "| a | b |||---|---||| c. D. E | f |")]
    [InlineData("> quoted words\n> and more", "> quoted words|> and more")]
    [InlineData("title: a name\ndate: 2024-06-18", "title: a name|date: 2024-06-18")]
    [InlineData("```\nint a = 1;\nint b = 2;\n```", "```|int a = 1;|int b = 2;|```")]
    public void Items_rows_and_code_lines_stand_alone(string text, string expected) => AssertSentences(expected, text, ignoreBars: true);

    [Theory]
    [InlineData("The developer of a covered model shall report each incident\nwithin 72 hours. The rest follows.", "The developer of a covered model shall report each incident/within 72 hours.|The rest follows.")]
    [InlineData("The developer of a covered model shall report to the California\nAttorney General.", "The developer of a covered model shall report to the California/Attorney General.")]
    [InlineData("The developer of a covered model shall report as set out in\nSection 22603 of the Code.", "The developer of a covered model shall report as set out in/Section 22603 of the Code.")]
    [InlineData("A short title\nThe text under it.", "A short title|The text under it.")]
    [InlineData("A sentence without its end\n\nanother paragraph", "A sentence without its end|another paragraph")]
    [InlineData("One sentence.\nanother one", "One sentence.|another one")]
    [InlineData("当事人对自己提出的诉讼请求所依据的事实或者反驳对方诉讼请求所依据的\n事实，应当提供证据。", "当事人对自己提出的诉讼请求所依据的事实或者反驳对方诉讼请求所依据的/事实，应当提供证据。")]
    [InlineData("床前明月光，\n疑是地上霜。", "床前明月光，/疑是地上霜。")]
    [InlineData("第一章 总则\n第一条 为了保护民事主体的合法权益，制定本法。", "第一章 总则|第一条 为了保护民事主体的合法权益，制定本法。")]
    [InlineData("The first line ends.\r\nThe second too.", "The first line ends.|The second too.")]
    public void Wrapped_lines_are_joined_and_others_are_not(string text, string expected) => AssertSentences(expected, text);

    [Fact]
    public void What_never_ends_is_cut_between_clauses()
    {
        var text = string.Concat(Enumerable.Repeat("一个很长的从句，", 200));

        var sentences = SentenceSplitter.Split(text, new(0, text.Length));

        Assert.All(sentences, sentence => Assert.InRange(DisplayWidth.Of(sentence.In(text)), 1, LongSentences.Limit));
        Assert.All(sentences, sentence => Assert.Equal('，', text[sentence.End - 1]));
    }

    [Fact]
    public void What_never_pauses_is_cut_without_tearing_a_character_apart()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("😀", 2000));

        var sentences = SentenceSplitter.Split(text, new(0, text.Length));

        Assert.True(sentences.Length > 1);
        Assert.All(sentences, sentence => Assert.False(char.IsLowSurrogate(text[sentence.Start])));
    }

    [Fact]
    public void Only_the_part_asked_for_is_split()
    {
        const string Text = "First. Second. Third.";

        var sentence = Assert.Single(SentenceSplitter.Split(Text, new(7, 7)));

        Assert.Equal("Second.", sentence.In(Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u3000\n")]
    public void White_space_has_no_sentences(string text) => Assert.Empty(SentenceSplitter.Split(text, new(0, text.Length)));

    private static void AssertSentences(string expected, string text, bool ignoreBars = false)
    {
        var sentences = SentenceSplitter.Split(text, new(0, text.Length)).Select(sentence => sentence.In(text).ToString().Replace('\n', '/'));
        if (ignoreBars)
        {
            Assert.Equal(expected, string.Join('|', sentences));
            return;
        }
        Assert.Equal(expected.Split('|'), sentences);
    }
}
