using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Bot.Retrieval.Indexing;
using Bot.Retrieval.Lexicon;
using Bot.Retrieval.Tests.Lexicon;
using Bot.Retrieval.Tests.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Bot.Retrieval.Tests.Indexing;

public sealed class LocalEmbeddingGeneratorTests
{
    private static readonly LocalEmbeddingGenerator Generator = new(() => TestLexicon.Shipped);

    [Theory]
    [InlineData("customer records are kept", "客户的记录会被备份", "明火炊具线上零售额")]
    [InlineData("图灵奖得主", "winner of the Turing Award", "online sales of gas stoves")]
    public void Texts_in_two_languages_that_mean_the_same_are_nearer_than_others(string text, string same, string other)
    {
        var vector = Generator.Embed(text);
        Assert.True(TensorPrimitives.Dot<float>(vector, Generator.Embed(same)) > TensorPrimitives.Dot<float>(vector, Generator.Embed(other)) + 0.05);
    }

    [Fact]
    public void Without_a_dictionary_each_language_keeps_its_own_space()
    {
        var generator = new LocalEmbeddingGenerator(() => BilingualLexicon.Empty);
        Assert.Equal(Generator.Embed("open models"), generator.Embed("open models"));
        Assert.InRange(TensorPrimitives.Dot<float>(generator.Embed("图灵奖"), generator.Embed("Turing Award")), -0.2f, 0.2f);
    }

    // Another vector needs another ModelId: cached ones would be mixed with it.
    [Fact]
    public void The_vectors_of_this_version_never_change()
    {
        var vector = Generator.Embed("加州SB-1047法案 limits open models, 1,000 of them");
        var rounded = vector.Select(value => (sbyte)Math.Round(value * 100)).ToArray();
        Assert.Equal("local-hash-2", LocalEmbeddingGenerator.ModelId);
        Assert.Equal("aae1f58f62ab8480", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(rounded.AsSpan())).AsSpan(0, 8)));
    }

    [Fact]
    public void A_text_always_gives_the_same_vector() =>
        Prop.ForAll(TextSamples.Arbitrary, text => Generator.Embed(text).AsSpan().SequenceEqual(Generator.Embed(text)))
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void A_vector_is_one_long_or_all_zeros_whatever_the_text() =>
        Prop.ForAll(TextSamples.Arbitrary, text => Generator.Embed(text) is { Length: LocalEmbeddingGenerator.Dimensions } vector
                && (Math.Abs(TensorPrimitives.Norm<float>(vector) - 1) < 1e-4 || vector.All(value => value == 0)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("…！？")]
    public void A_text_without_words_gives_zeros(string text) => Assert.All(Generator.Embed(text), value => Assert.Equal(0, value));

    [Fact]
    public void Texts_that_share_words_are_nearer_than_others()
    {
        var question = Generator.Embed("开源模型的监管");
        Assert.True(
            TensorPrimitives.Dot<float>(question, Generator.Embed("对开源大模型的监管相当严厉"))
            > TensorPrimitives.Dot<float>(question, Generator.Embed("明火炊具线上零售额")) + 0.1);
    }

    [Fact]
    public async Task The_generator_names_its_model_and_dimensions()
    {
        using var generator = new LocalEmbeddingGenerator(() => TestLexicon.Shipped);
        var metadata = Assert.IsType<EmbeddingGeneratorMetadata>(generator.GetService(typeof(EmbeddingGeneratorMetadata)));
        Assert.Equal((LocalEmbeddingGenerator.ModelId, 1024), (metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Same(generator, generator.GetService(typeof(LocalEmbeddingGenerator)));
        Assert.Null(generator.GetService(typeof(LocalEmbeddingGenerator), "key"));
        var made = await generator.GenerateAsync(["甲", "乙"], cancellationToken: CancellationToken.None);
        Assert.Equal([Generator.Embed("甲"), Generator.Embed("乙")], made.Select(embedding => embedding.Vector.ToArray()));
    }
}
