using Bot.Retrieval.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Text;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Which models does SB-1047 cover?", TextLanguage.English)]
    [InlineData("What does 民法典 say about contracts?", TextLanguage.English)]
    [InlineData("", TextLanguage.English)]
    [InlineData("22603(b)", TextLanguage.English)]
    [InlineData("😀", TextLanguage.English)]
    [InlineData("什么是前沿模型？", TextLanguage.SimplifiedChinese)]
    [InlineData("Meta的Llama-3是什么？", TextLanguage.SimplifiedChinese)]
    [InlineData("吴恩达怎么看SB-1047法案？", TextLanguage.SimplifiedChinese)]
    [InlineData("著名作家", TextLanguage.SimplifiedChinese)]
    [InlineData("著作权法", TextLanguage.SimplifiedChinese)]
    [InlineData("什麼是前沿模型？", TextLanguage.TraditionalChinese)]
    [InlineData("台灣的法律", TextLanguage.TraditionalChinese)]
    [InlineData("皇后住在哪裡", TextLanguage.TraditionalChinese)]
    [InlineData("台北市公里標準", TextLanguage.TraditionalChinese)]
    [InlineData("公司成立於哪一年？", TextLanguage.TraditionalChinese)]
    [InlineData("第22603(b)條", TextLanguage.TraditionalChinese)]
    [InlineData("第22603(b)条", TextLanguage.SimplifiedChinese)]
    public void A_text_is_of_the_language_its_characters_are_written_in(string text, TextLanguage language) =>
        Assert.Equal(language, LanguageDetector.Detect(text));

    [Fact]
    public void Any_text_has_a_language() =>
        Prop.ForAll(TextSamples.Arbitrary, text => Enum.IsDefined(LanguageDetector.Detect(text))).QuickCheckThrowOnFailure();
}
