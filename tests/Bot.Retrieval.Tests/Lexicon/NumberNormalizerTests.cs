using Bot.Retrieval.Lexicon;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Retrieval.Tests.Lexicon;

public sealed class NumberNormalizerTests
{
    [Theory]
    // Spans of time
    [InlineData("q:7:year", "7 years", "7年", "七年", "seven years", "7-year", "７年", "7 年")]
    [InlineData("q:4:month", "4 months", "四个月", "4个月", "four months", "4個月")]
    [InlineData("q:3:day", "3 days", "三天", "3天", "three-day")]
    [InlineData("q:2:week", "two weeks", "两周", "两个星期", "2 weeks", "兩週")]
    [InlineData("q:24:hour", "24 hours", "24小时", "二十四小时", "24個小時", "twenty-four hours")]
    [InlineData("q:90:minute", "90 minutes", "90分钟", "九十分钟", "ninety minutes")]
    [InlineData("q:17:second", "17 seconds", "17秒", "十七秒", "seventeen seconds")]
    [InlineData("q:2000:year", "2,000 years", "2000多年", "两千年", "two thousand years", "2000 years")]
    [InlineData("q:63:year", "63 years", "63岁", "63 years old", "六十三岁", "63歲")]
    // Money
    [InlineData("q:100000000:usd", "$100 million", "1亿美元", "100,000,000 dollars", "一亿美元", "US$100 million", "1億美元", "100m dollars|", "$100m")]
    [InlineData("q:500000000:usd", "$500 million", "5亿美元", "500 million dollars", "five hundred million dollars", "五亿美元")]
    [InlineData("q:9420000000:cny", "94.2亿元", "9.42 billion yuan", "¥9.42 billion", "94.2億元", "RMB 9.42 billion")]
    [InlineData("q:21600:cny", "21600元", "21,600 yuan", "2.16万元", "二万一千六百元")]
    [InlineData("q:1200000000000:usd", "$1.2 trillion", "1.2万亿美元", "12000亿美元")]
    [InlineData("q:35000:cny", "3万5千元", "35,000 yuan", "三万五千元")]
    [InlineData("q:120000000:cny", "1亿2000万元", "120 million yuan")]
    [InlineData("q:230000:usd", "23万美元", "$230,000", "230 thousand dollars")]
    // Shares
    [InlineData("q:14:percent", "14%", "百分之十四", "14 percent", "14 per cent", "百分之14", "14％", "fourteen percent")]
    [InlineData("q:3.1:percent", "3.1%", "百分之三点一", "3.1 percent")]
    [InlineData("q:100:percent", "100%", "百分之百", "百分之一百")]
    [InlineData("f:1/3", "三分之一", "one third", "one-third")]
    [InlineData("f:2/3", "三分之二", "two thirds", "two-thirds")]
    [InlineData("f:1/2", "一半", "half", "半数", "二分之一")]
    // Counts
    [InlineData("q:2:time", "两次", "twice", "2次", "two times", "2 times", "兩次")]
    [InlineData("q:6:time", "6次", "six times", "六次")]
    [InlineData("q:300:person", "300人", "300 people", "三百人", "three hundred people", "300名")]
    [InlineData("n:308", "308", "三百零八", "308分", "three hundred and eight", "308 points")]
    [InlineData("n:14", "14", "十四", "fourteen", "14个")]
    [InlineData("n:21", "21", "二十一", "twenty-one", "twenty one", "廿一")]
    [InlineData("n:120", "120", "一百二十", "一百二", "one hundred and twenty")]
    [InlineData("n:1500000", "150万", "1.5 million", "1,500,000", "一百五十万")]
    [InlineData("n:158349", "158,349", "158349", "十五万八千三百四十九")]
    [InlineData("n:3", "三个", "three", "3 items", "3件")]
    // Measures
    [InlineData("q:20:mile", "20 miles", "20英里", "二十英里", "twenty-mile")]
    [InlineData("q:32:kilometer", "32公里", "32 km", "32 kilometres", "32km")]
    [InlineData("q:5:km2", "5 square kilometers", "5平方公里", "五平方公里", "5 sq km")]
    [InlineData("q:565:celsius", "565°C", "565 degrees Celsius", "565摄氏度", "565 °C")]
    [InlineData("q:10:ton", "10 tons", "10吨", "十吨", "10 tonnes")]
    [InlineData("q:2.5:kilogram", "2.5 kg", "2.5公斤", "2.5千克", "2.5 kilograms")]
    [InlineData("q:24:yard", "24 yards", "24码", "24-yard")]
    // Dates
    [InlineData("d:02-07", "February 7", "2月7日", "Feb. 7th", "7 February", "二月七日", "the 7th of February", "2月7号", "Feb 7", "february 7")]
    [InlineData("d:2024-02-07", "February 7, 2024", "2024年2月7日", "2024-02-07", "7 February 2024", "二〇二四年二月七日", "2024/2/7")]
    [InlineData("d:09-14", "9月14日", "September 14", "Sept. 14", "14th September")]
    [InlineData("m:2024-06", "June 2024", "2024年6月", "二〇二四年六月")]
    [InlineData("m:02", "February", "2月", "二月")]
    [InlineData("m:05", "5月", "in May")]
    [InlineData("y:1900", "1900", "1900年", "一九〇〇年", "in 1900")]
    [InlineData("y:2023", "2023年", "2023", "二〇二三年", "二零二三年", "February 7, 2023")]
    [InlineData("dec:1990", "1990s", "1990年代", "20世纪90年代", "二十世纪九十年代", "the 1990's", "20世紀90年代")]
    [InlineData("c:20", "20th century", "20世纪", "二十世纪", "the twentieth century", "20世紀")]
    // Places in an order
    [InlineData("o:3", "第三", "third", "3rd", "第3", "第 3")]
    [InlineData("o:1", "第一", "first", "1st")]
    [InlineData("o:50", "第50届", "50th", "fiftieth", "第五十")]
    [InlineData("o:21", "twenty-first", "21st", "第二十一")]
    public void Both_languages_give_one_key(string key, params string[] writings)
    {
        foreach (var writing in writings.Where(writing => !writing.EndsWith('|')))
        {
            Assert.True(
                NumberNormalizer.FindAll(writing).Any(quantity => quantity.Key == key),
                $"{writing}: {string.Join(' ', NumberNormalizer.FindAll(writing).Select(quantity => quantity.Key))}, not {key}");
        }
    }

    [Theory]
    [InlineData("一般")]
    [InlineData("三明治很好吃")]
    [InlineData("统一")]
    [InlineData("千万不要")]
    [InlineData("十分")]
    [InlineData("SB1047")]
    [InlineData("22603b")]
    [InlineData("no one knows")]
    [InlineData("they may come")]
    [InlineData("1.2.3")]
    [InlineData("12345678901234567890")]
    [InlineData("第")]
    [InlineData("")]
    public void What_is_no_number_has_no_key(string text)
    {
        Assert.Empty(NumberNormalizer.FindAll(text));
    }

    [Fact]
    public void A_span_is_the_part_of_the_text_that_was_read()
    {
        const string text = "超过１億美元訓練成本";
        var amount = NumberNormalizer.FindAll(text).Single(quantity => quantity.Key == "q:100000000:usd");
        Assert.Equal("１億美元", amount.Span.In(text).ToString());
    }

    [Fact]
    public void All_of_a_sentence_is_found()
    {
        var keys = NumberNormalizer.FindAll("今年2月7日，经过4个月6次修订，超过1亿美元，备份7年。").Select(quantity => quantity.Key).ToList();
        Assert.Equal(["d:02-07", "q:4:month", "n:4", "q:6:time", "n:6", "q:100000000:usd", "n:100000000", "q:7:year", "n:7"], keys);
    }

    [Fact]
    public void Any_text_is_taken_and_spans_stay_inside_it()
    {
        const string alphabet = "0123456789.,-/%$¥ 〇一二两十百千万亿兆点第分之半年月日号世纪代个多美元st nd rd th million thousand and one twenty February of second 's\uD800";
        var texts = Gen.ListOf(Gen.Elements(alphabet.ToCharArray())).Select(characters => new string([.. characters])).ToArbitrary();
        Prop.ForAll(texts, Check).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Prop.ForAll<string>(ArbMap.Default.ArbFor<string>(), text => Check(text ?? "")).QuickCheckThrowOnFailure();

        static void Check(string text) =>
            Assert.All(NumberNormalizer.FindAll(text), quantity => Assert.InRange(quantity.Span.End, quantity.Span.Start + 1, text.Length));
    }

    [Fact]
    public void A_long_run_of_digits_is_read_in_little_time()
    {
        Assert.Empty(NumberNormalizer.FindAll(new string('9', 200_000)));
        Assert.NotNull(NumberNormalizer.FindAll(new string('一', 50_000)).ToArray());
    }
}
