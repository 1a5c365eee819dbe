using Bot.Retrieval.Answering;

namespace Bot.Retrieval.Tests.Answering;

public sealed class QuestionTypesTests
{
    [Theory]
    [InlineData("法案是什么时候拟定的？", QuestionType.Time)]
    [InlineData("法案是什麼時候擬定的？", QuestionType.Time)]
    [InlineData("When was the bill drafted?", QuestionType.Time)]
    [InlineData("客户资料要备份多少年？", QuestionType.Quantity)]
    [InlineData("How many tackles did he register?", QuestionType.Quantity)]
    [InlineData("谁起草了这个法案？", QuestionType.Who)]
    [InlineData("誰起草了這個法案？", QuestionType.Who)]
    [InlineData("Who drafted the bill?", QuestionType.Who)]
    [InlineData("公司的总部在哪里？", QuestionType.Place)]
    [InlineData("公司的總部在哪裡？", QuestionType.Place)]
    [InlineData("Where is the office?", QuestionType.Place)]
    [InlineData("Which city hosts the office?", QuestionType.Place)]
    [InlineData("哪一条规定了备份？", QuestionType.Clause)]
    [InlineData("哪一條規定了備份？", QuestionType.Clause)]
    [InlineData("Which section requires backups?", QuestionType.Clause)]
    [InlineData("这条河有几条支流？", QuestionType.Quantity)]
    [InlineData("开发者需要备份吗？", QuestionType.YesNo)]
    [InlineData("開發者需要備份嗎？", QuestionType.YesNo)]
    [InlineData("Must developers keep backups?", QuestionType.YesNo)]
    [InlineData("为什么反对这个法案？", QuestionType.Other)]
    [InlineData("Why is the bill opposed?", QuestionType.Other)]
    [InlineData("", QuestionType.Other)]
    public void A_question_says_what_kind_of_words_would_answer_it(string question, object type) => Assert.Equal((QuestionType)type, QuestionTypes.Of(question));

    [Theory]
    [InlineData(QuestionType.Time, "法案在2月7日提出。", true)]
    [InlineData(QuestionType.Time, "法案受到反对。", false)]
    [InlineData(QuestionType.Quantity, "It cost 12 dollars.", true)]
    [InlineData(QuestionType.Quantity, "It was dear.", false)]
    [InlineData(QuestionType.Who, "In 1901 the radio waves were sent by Marconi.", true)]
    [InlineData(QuestionType.Who, "the radio waves were sent in 1901.", false)]
    [InlineData(QuestionType.Who, "法案由伊恩·法兰明起草。", true)]
    [InlineData(QuestionType.Who, "电波穿过了海面。", false)]
    [InlineData(QuestionType.Place, "总部位于上海市。", true)]
    [InlineData(QuestionType.Place, "总部很大。", false)]
    [InlineData(QuestionType.Place, "it moved to Paris.", true)]
    [InlineData(QuestionType.Place, "it moved slowly.", false)]
    [InlineData(QuestionType.Clause, "Section 22603(b) requires it.", true)]
    [InlineData(QuestionType.Clause, "The law requires it.", false)]
    [InlineData(QuestionType.Other, "Anything.", true)]
    [InlineData(QuestionType.YesNo, "Anything.", true)]
    public void A_sentence_has_the_kind_of_words_or_has_not(object type, string sentence, bool has) =>
        Assert.Equal(has, AnswerForms.CanAnswer((QuestionType)type, sentence, "?"));

    [Fact]
    public void What_the_question_gives_itself_is_no_answer()
    {
        Assert.False(AnswerForms.CanAnswer(QuestionType.Quantity, "In 1901 it rained.", "How much did it rain in 1901?"));
        Assert.False(AnswerForms.CanAnswer(QuestionType.Who, "it was built near Marconi.", "Who met Marconi?"));
    }
}
