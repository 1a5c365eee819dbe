using Bot.Retrieval.Indexing.Lexical;

namespace Bot.Retrieval.Tests.Indexing.Lexical;

public sealed class TermKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\0\0\0")]
    [InlineData("法")]
    [InlineData("人工智")]
    [InlineData("\uFFFF\uFFFF\uFFFF")]
    [InlineData("act")]
    [InlineData("risk")]
    [InlineData("\0\0\0\0")]
    [InlineData("provider")]
    [InlineData("\u007F\u007F\u007F\u007F\u007F\u007F\u007F\u007F")]
    public void A_short_terms_key_is_all_of_it(string term)
    {
        var key = TermKey.Of(term);

        var written = new char[TermKey.LengthOf(key)];
        TermKey.Write(key, written);

        Assert.True(TermKey.IsWhole(key));
        Assert.Equal(term, new(written));
    }

    [Theory]
    [InlineData("providers")]
    [InlineData("人工智能")]
    [InlineData("résumé")]
    [InlineData("abc\u0080")]
    public void Another_terms_key_is_a_hash(string term) => Assert.False(TermKey.IsWhole(TermKey.Of(term)));

    [Fact]
    public void Terms_of_one_key_have_numbers_of_their_own()
    {
        var (one, other) = Colliding();
        var terms = new TermDictionaryBuilder();

        Assert.Equal(TermKey.Of(one), TermKey.Of(other));
        Assert.Equal([0, 1, 0, 1], new[] { one, other, one, other }.Select(term => terms.GetOrAdd(term)));
        Assert.Equal(other, terms[1].ToString());
    }

    private static (string One, string Other) Colliding()
    {
        var seen = new Dictionary<uint, string>();
        for (var number = 0; ; number++)
        {
            var term = $"term number {number}";
            if (!seen.TryAdd(TermDictionary.Hash(term), term))
            {
                return (seen[TermDictionary.Hash(term)], term);
            }
        }
    }
}
