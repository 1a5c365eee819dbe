using System.Text;
using Bot.Retrieval.Documents;

namespace Bot.Retrieval.Tests.Documents;

public sealed class TextDecoderTests
{
    private const string Simplified = "第五十四条 自然人从事工商业经营，经依法登记，为个体工商户。个体工商户可以起字号。\n有经营能力的公民，依照本条例规定登记。\n";
    private const string Traditional = "OpenAI向美國加州參議員寫了一封反對法案的信。\n目前的軟件、硬件、人才等基礎設施全都掌握在大型科技公司手裡。\n";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Encodings => new()
    {
        { Simplified, "utf-8" },
        { Simplified, "gb18030" },
        { Simplified, "utf-16" },
        { Simplified, "utf-16BE" },
        { Traditional, "utf-8" },
        { Traditional, "big5" },
        { Traditional, "gb18030" },
        { Traditional, "utf-16" },
        { "Plain English text.\nIn two lines.\n", "utf-16" },
        { "Plain English text.\nIn two lines.\n", "utf-16BE" },
        { "Русский текст без отметки.\n", "utf-16" },
        { "一一一一\n", "utf-16BE" },
        { "你好，请问怎么走？", "gb18030" },
        { "你好，請問怎麼走？", "big5" },
        { "中国", "gb18030" },
        { "中國法律", "big5" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_without_a_mark_is_read_in_its_encoding(string text, string encoding)
    {
        var decoded = Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(text)));
        Assert.Equal((text, encoding), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var decoded = Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Simplified)]));
        Assert.Equal((Simplified, name), (decoded.Text, decoded.Encoding));
    }

    [Theory]
    [InlineData("000_f679ab5f3a870c3f.txt", "gb18030")]
    [InlineData("000_f679ab5f3a870c3f.txt", "big5")]
    [InlineData("002_b2b2a75042cfee9b.txt", "gb18030")]
    public void The_seeds_are_read_in_other_encodings_too(string seed, string name)
    {
        // What an encoding has no character for is lost when writing, not when reading.
        var encoding = Encoding.GetEncoding(name, new EncoderReplacementFallback("？"), DecoderFallback.ExceptionFallback);
        var bytes = encoding.GetBytes(TextCleaner.Clean(Encoding.UTF8.GetString(Reading.Seed(seed))).Text);
        var decoded = Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode(bytes));
        Assert.Equal((encoding.GetString(bytes), name), (decoded.Text, decoded.Encoding));
    }

    [Fact]
    public void Any_length_of_real_text_is_told_apart()
    {
        foreach (var (text, encoding) in new[] { (Simplified, "gb18030"), (Traditional, "big5") })
        {
            for (var length = 8; length < text.Length; length++)
            {
                var decoded = Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(text[^length..])));
                Assert.Equal(text[^length..], decoded.Text);
            }
        }
    }

    [Theory]
    [InlineData("windows-1252", "It’s a “quoted” naïve café, n’est-ce pas?")]
    [InlineData("euc-kr", "대한민국의 모든 국민은 인간으로서의 존엄과 가치를 가진다.")]
    [InlineData("shift_jis", "これは日本語の文章であり、どこにも書かれていない。")]
    public void Text_in_another_encoding_is_refused_with_what_to_do(string encoding, string text)
    {
        var refused = Assert.IsType<DecodedText.Undecodable>(TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes("first line\n" + text)));
        Assert.Contains("line 2", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("save it as UTF-8", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_encoding_is_believed_where_the_bytes_agree()
    {
        var bytes = Encoding.GetEncoding("windows-1252").GetBytes("naïve café");
        Assert.Equal("naïve café", Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode(bytes, "windows-1252")).Text);
        Assert.IsType<DecodedText.Undecodable>(TextDecoder.Decode(bytes, "utf-7 or so"));
    }

    [Fact]
    public void Binary_content_is_refused()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(64, 4096)];
            random.NextBytes(bytes);
            Assert.IsType<DecodedText.Undecodable>(TextDecoder.Decode(bytes));
        }
        Assert.IsType<DecodedText.Undecodable>(TextDecoder.Decode(new byte[1000]));
        Assert.Contains("PDF", Assert.IsType<DecodedText.Undecodable>(TextDecoder.Decode("%PDF-1.7 x"u8)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_control_characters_do_not_make_a_text_binary() =>
        Assert.Equal("a\0b\u0001c", Assert.IsType<DecodedText.Decoded>(TextDecoder.Decode("a\0b\u0001c"u8)).Text);
}
